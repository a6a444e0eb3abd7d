"""What changed between two surfaces: method by method, then classes, the constructor and the package."""

from __future__ import annotations

from sdkwright.changes import rules
from sdkwright.changes.classes import ANSWERED, SENT, ClassComparison, Holder, leading_from, pairs
from sdkwright.changes.found import Change, Found, Use
from sdkwright.changes.surface import NOTHING, Form, Member, Method, Shape, Surface
from sdkwright.options.model import MODELS


def compare(old: Surface, new: Surface, *, every_use: bool = True) -> tuple[Change, ...]:
    """Every change, what breaks first.  Without `every_use` each tells of one method that meets it, which is faster."""
    if old == new:
        return ()
    return _Comparison(old, new, every_use=every_use).changes()


class _Comparison:
    def __init__(self, old: Surface, new: Surface, *, every_use: bool) -> None:
        self._old, self._new, self._every_use = old, new, every_use
        self._found = Found()
        self._note = self._found.add
        self._types = ClassComparison(old, new, self._found)

    def changes(self) -> tuple[Change, ...]:
        """Goes over everything."""
        self._methods()
        self._hooks()
        self._constructor()
        self._package()
        self._classes()
        return self._found.changes()

    # ------------------------------------------------------------------------------------------------------- methods

    def _methods(self) -> None:
        now = {name: one for one in self._new.methods.values() for name in one.old}
        now.update(self._new.methods)
        for call, method in self._old.methods.items():
            self._begin()
            if call in now:
                self._method(method, now[call])
            else:
                gone = {name for shape in _shapes(method) for name in self._types.gone(shape)}
                gone.update(name for _, name in method.errors if self._types.now(name) is None)
                self._note(rules.OPERATION_REMOVED, call, use=Use(call), old=method.request, takes=gone)
        was = {now[call].call for call in self._old.methods if call in now}
        for call, method in self._new.methods.items():
            if call not in was:
                self._note(rules.OPERATION_ADDED, call, use=Use(call), new=method.request)

    def _method(self, old: Method, new: Method) -> None:
        call, use = old.call, Use(old.call)
        if new.call != call:
            self._note(rules.OPERATION_RENAMED, call, use=use, old=call, new=new.call)
        if new.deprecated != old.deprecated:
            self._note(rules.OPERATION_DEPRECATED if new.deprecated else rules.OPERATION_RESTORED, call, use=use)
        if new.request != old.request:
            self._note(rules.OPERATION_MOVED, call, use=use, old=old.request, new=new.request)
        self._security(old, new)
        for left, right in pairs(old.arguments, new.arguments):
            self._argument(call, left, right)
        self._answer(old, new)
        self._errors(old, new)

    def _security(self, old: Method, new: Method) -> None:
        """A caller is refused when none of what was enough before is enough now."""
        before, after = _needs(old), _needs(new)
        if all(any(wanted <= given for wanted in after) for given in before):
            if any(not any(given <= wanted for given in before) for wanted in after):
                self._note(rules.SECURITY_REMOVED, old.call, use=Use(old.call), old=_said(old), new=_said(new))
            return
        self._note(rules.SECURITY_ADDED, old.call, use=Use(old.call), old=_said(old), new=_said(new))

    def _argument(self, call: str, old: Member | None, new: Member | None) -> None:
        name = (old or new or _NOBODY).name
        use = Use(call, f"request.{name}") if call else Use("", f"{self._old.package.client}({name})")
        if old is None and new is not None:
            rule = rules.ARGUMENT_ADDED_REQUIRED if new.required else rules.ARGUMENT_ADDED
            self._note(rule, call, name, new=new.shape, use=use)
        elif new is None and old is not None:
            takes = self._types.gone(old.shape)
            self._note(rules.ARGUMENT_REMOVED, call, name, old=old.shape, use=use, takes=takes)
        elif old is not None and new is not None:
            self._same_argument(call, old, new, use)

    def _same_argument(self, call: str, old: Member, new: Member, use: Use) -> None:
        name = old.name
        if new.name != name:
            self._note(rules.ARGUMENT_RENAMED, call, name, old=name, new=new.name, use=use)
        if new.deprecated and not old.deprecated:
            self._note(rules.ARGUMENT_DEPRECATED, call, name, use=use)
        if new.required != old.required:
            rule = rules.ARGUMENT_REQUIRED if new.required else rules.ARGUMENT_OPTIONAL
            self._note(rule, call, name, use=use)
        if new.default != old.default:
            was, now = old.default or "none", new.default or "none"
            self._note(rules.ARGUMENT_DEFAULT, call, name, old=was, new=now, use=use)
        if new.wire != old.wire:
            self._note(rules.ARGUMENT_MOVED, call, name, old=old.wire or "", new=new.wire or "", use=use)
        self._types.shapes(old.shape, new.shape, Holder(call, name, use), SENT)

    def _answer(self, old: Method, new: Method) -> None:
        use = Use(old.call, "response")
        if (old.answer == NOTHING) != (new.answer == NOTHING):
            rule = rules.RESPONSE_ADDED if old.answer == NOTHING else rules.RESPONSE_REMOVED
            takes = self._types.gone(old.answer)
            self._note(rule, old.call, "response", old=old.answer, new=new.answer, use=use, takes=takes)
            return
        self._types.shapes(old.answer, new.answer, Holder(old.call, "response", use), ANSWERED)

    def _errors(self, old: Method, new: Method) -> None:
        before, after = dict(old.errors), dict(new.errors)
        for status in sorted({*before, *after}):
            use = Use(old.call, f"error.status[{status}]")
            member = f"status[{status}]"
            was, now = before.get(status), after.get(status)
            if was is None:
                self._note(rules.ERROR_ADDED, old.call, member, new=now, use=use)
            elif now is None:
                takes = self._types.gone(Shape(Form.CLASS, was))
                self._note(rules.ERROR_REMOVED, old.call, member, old=was, use=use, takes=takes)
            elif (same := self._types.now(was)) is None or same.name != now:
                takes = self._types.gone(Shape(Form.CLASS, was))
                self._note(rules.ERROR_CHANGED, old.call, member, old=was, new=now, use=use, takes=takes)
            else:
                shapes = Shape(Form.CLASS, was), Shape(Form.CLASS, now)
                self._types.shapes(*shapes, Holder(old.call, member, use), ANSWERED)

    # ------------------------------------------------------------------------------------------------- what is beside

    def _hooks(self) -> None:
        """The bodies of webhooks are read as answers are; methods that come and go are those of classes."""
        for name, hook in self._old.hooks.items():
            self._begin()
            if name in self._new.hooks:
                holder = Holder(name, "webhook", Use("", f"webhook[{name}]"))
                self._types.shapes(hook.body, self._new.hooks[name].body, holder, ANSWERED)

    def _constructor(self) -> None:
        self._begin()
        client = self._old.package.client
        for left, right in pairs(self._old.package.arguments, self._new.package.arguments):
            self._argument("", left, right)
        before, after = dict(self._old.package.servers), dict(self._new.package.servers)
        for name in dict.fromkeys((*before, *after)):
            was, now = before.get(name), after.get(name)
            if was != now:
                rule = (
                    rules.SERVER_ADDED if was is None else rules.SERVER_REMOVED if now is None else rules.SERVER_CHANGED
                )
                use = Use("", f"{client}(server={name})")
                self._note(rule, "", f"server {name}", old=was or "", new=now or "", use=use)

    def _package(self) -> None:
        old, new = self._old.package, self._new.package
        if new.distribution != old.distribution:
            self._note(rules.PACKAGE_RENAMED, "", old.distribution, old=old.distribution, new=new.distribution)
        if new.module != old.module:
            self._note(rules.MODULE_RENAMED, "", old.module, old=old.module, new=new.module)
        if new.client != old.client:
            rule = rules.CLIENT_RENAMED_KEPT if old.client in new.old else rules.CLIENT_RENAMED
            self._note(rule, old.client, old=old.client, new=new.client)
        if bool(new.async_client) != bool(old.async_client):
            was, now = (one.async_client or one.client for one in (old, new))
            self._note(rules.ASYNC_METHODS_MOVED, was, old=was, new=now)

    def _classes(self) -> None:
        """What is true of classes wherever they are used, and those that nothing above has told of."""
        taken = self._found.taken()
        for name, old in self._old.classes.items():
            new = self._types.now(name)
            if new is None:
                if name not in taken and not old.gathers:
                    self._note(rules.CLASS_REMOVED, name, old=old.kind_name)
                continue
            if new.name != name:
                self._note(rules.CLASS_RENAMED, name, old=name, new=new.name)
            if new.folder != old.folder != MODELS:
                self._note(rules.CLASS_MOVED, name, old=old.folder, new=new.folder)
            if new.deprecated and not old.deprecated:
                self._note(rules.CLASS_DEPRECATED, name)
            if type(new.kind) is not type(old.kind):
                self._note(rules.CLASS_CHANGED, name, old=old.kind_name, new=new.kind_name)
            if new.kind != old.kind and not old.gathers and not self._types.has_met(name):
                self._note(rules.CLASS_UNUSED, name)

        self._new_classes()

    def _new_classes(self) -> None:
        """Those that no method or webhook leads to: of the others, what takes or gives them tells."""
        now = {one.name for name in self._old.classes if (one := self._types.now(name)) is not None}
        reached = leading_from(self._new)
        for name, one in self._new.classes.items():
            if name not in now and name not in reached and not one.gathers:
                self._note(rules.CLASS_ADDED, name, new=one.kind_name)

    def _begin(self) -> None:
        if self._every_use:
            self._types.forget()


def _shapes(method: Method) -> tuple[Shape, ...]:
    return (*(one.shape for one in method.arguments), method.answer)


def _needs(method: Method) -> list[frozenset[str]]:
    """What is enough: sets of schemes; the empty one where no credentials are wanted."""
    return [frozenset(one) for one in method.security] or [frozenset()]


def _said(method: Method) -> str:
    """For people."""
    return " or ".join(" and ".join(one) or "nothing" for one in method.security) or "nothing"


_NOBODY = Member("", Shape())
