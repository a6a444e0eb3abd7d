"""What can go wrong around the output: writing it, comparing it, publishing it, and faults of the generator itself."""

from __future__ import annotations

from sdkwright.problems.code import ProblemCode, situation

_OURS = "This is a fault of the generator, met by this document; please report it with the part of the document."

SYSTEM = ProblemCode(
    "system",
    "A file cannot be read or written.",
    "Check the path, its permissions and the space left.",
    situation("the output folder belongs to another user, or the disk is full."),
)
INTERNAL = ProblemCode(
    "internal",
    "The generator itself has failed. Nothing was written.",
    "Please report it with the document, and the output of the command with --debug.",
    situation("there is a mistake in sdkwright."),
)
MISSING_PACKAGE = ProblemCode(
    "missing-package",
    "A package that sdkwright needs is not installed: the environment is older than sdkwright, or lost something.",
    "Install it, or make the environment anew.",
    situation("sdkwright runs from a clone that was updated, in the environment of before."),
)
INIT = ProblemCode(
    "init",
    "`sdkwright init` cannot write the files of a new project here.",
    "Move away what is in the way, and run it in the project's folder.",
    situation("`sdkwright init` is typed in a folder that has a gen.yaml."),
)
DRIFT = ProblemCode(
    "drift",
    "The output folder is not what the document makes now, so that it is not published.",
    "Run `sdkwright generate` and commit the result.",
    situation("`sdkwright publish` is typed after the document was edited."),
)
FOREIGN_FILE = ProblemCode(
    "foreign-file",
    "A file or folder that sdkwright did not make stands where a generated file belongs.",
    "Move it, keep it by a line in .genignore if it is no module, choose another folder with --out, or give the files "
    "here to sdkwright with --overwrite.",
    situation("the output folder holds a README.md of the user's."),
)
EDITED_FILE = ProblemCode(
    "edited-file",
    "A generated file was edited by hand, and the next run would write over it.",
    "Put what you need into _hooks/registration.py, an overlay or the options; or give the edit up with --overwrite.",
    situation("somebody has mended a line of a generated module."),
)
FOREIGN_FOLDER = ProblemCode(
    "foreign-folder",
    "The output folder holds files of others and no manifest, so that it is not taken for one.",
    "Choose another folder with --out, or let sdkwright write there with --adopt, which lists what it replaces.",
    situation("`--out .` is typed in a repository."),
)
UNSAFE_FOLDER = ProblemCode(
    "unsafe-folder",
    "What --out names can be no output folder.",
    "Name a folder of its own, such as generated.",
    situation("`--out /` is typed."),
)
BUSY = ProblemCode(
    "busy",
    "Another run is writing to the output folder.",
    "Wait until it has ended, and run again.",
    situation("two runs of `sdkwright generate` have the same output folder."),
)
UNSAFE_MANIFEST = ProblemCode(
    "unsafe-manifest",
    "The manifest of the output folder lists what no run makes: a path that leads out of it, a folder, a link, a file "
    "of git.",
    "Restore .sdkwright-manifest from version control, or delete it and run `sdkwright generate --overwrite`.",
    situation("somebody has edited `.sdkwright-manifest`."),
)
NEEDED_FILE = ProblemCode(
    "genignore",
    "`.genignore` in the output folder covers what the SDK cannot do without: modules of the package, or the ledger.",
    "Take the line out; put what you need into _hooks/registration.py, an overlay, or modules of your own "
    "(`sdkwright.include`).",
    situation("a `.genignore` of the hosted generator says `src/pets/sdk.py`."),
)
NOT_PACKED = ProblemCode(
    "not-packed",
    "A file or folder of the user's that belongs to the SDK by the options cannot be packed.",
    "Correct `sdkwright.include`: paths relative to the output folder, of plain files and of folders with such files.",
    situation("`sdkwright.include` names a module that was deleted."),
)
UNSAFE_TEXT = ProblemCode(
    "unsafe-text",
    "A text of the document has no safe form in the place where it would be generated.",
    "Change it in the document.",
    situation("a text holds what no check before has refused, in a place where it would be code."),
)
LOST_NAME = ProblemCode(
    "lost-name",
    "A name of the document would be missing from the output.",
    _OURS,
    situation("there is a mistake in sdkwright that would drop a property in silence."),
)
REFUSED_OUTPUT = ProblemCode(
    "refused-output",
    "A generated file holds what no generated file may hold.",
    _OURS,
    situation("there is a mistake in sdkwright that would let a text of the document become code."),
)
MISSING_TOOL = ProblemCode(
    "missing-tool",
    "Publishing needs programs that are not installed.",
    "Run: pip install 'sdkwright[publish]'.",
    situation("`sdkwright publish` is typed where sdkwright was installed without the extra `publish`."),
)
NOT_REPRODUCIBLE = ProblemCode(
    "not-reproducible",
    "Two builds of the same files gave different results.",
    "Look for a time, a path or a random order in what the build backend writes.",
    situation("a build backend writes the time into the wheel."),
)
INDEX = ProblemCode(
    "index",
    "The package index cannot be asked, or has this version with other content.",
    "Check --index-url and the access to the index.",
    situation("a version that was published is published again after a change."),
)
ATTESTATION = ProblemCode(
    "attestation",
    "What is to be published has no attestation in the folder that was named, or one of other content.",
    "Sign what `sdkwright publish --dry-run --dist FOLDER` leaves in the folder, and name it with --attestations.",
    situation("`--attestations dist` is typed after a further commit, which dates the files anew."),
)
PUBLISH_FAILED = ProblemCode(
    "publish-failed",
    "A program that publishing runs has failed; the message ends with what it said.",
    "Mend what it says and run again.",
    situation("the wheel cannot be installed into an empty environment."),
)
UNKNOWN_CODE = ProblemCode(
    "unknown-code",
    "`sdkwright explain` knows no code of this name.",
    "Type `sdkwright explain` alone for the list of all codes.",
    situation("`sdkwright explain dangling` is typed for `dangling-ref`."),
)
