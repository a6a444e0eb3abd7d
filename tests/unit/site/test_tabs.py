"""Tabs of programs and their twins, made on the way to the site."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdkwright.site.tabs import tabbed

PAGE = """\
# pets

## get

**Example**

```python
get()

if a:
    print(1)
```

**Answer `200`**

```json
1
```

**Asynchronously: `get_async`**

```python
await get_async()
```

**Errors**

## none

**Example**

```python
none()
```
"""
TABBED = """\
# pets

## get

**Example**

=== "Sync"

    ```python
    get()

    if a:
        print(1)
    ```

=== "Async"

    ```python
    await get_async()
    ```

**Answer `200`**

```json
1
```

**Errors**

## none

**Example**

```python
none()
```
"""


def test_an_example_and_its_twin_further_down_are_tabs() -> None:
    assert tabbed(PAGE) == TABBED


def test_a_program_and_its_twin_right_behind_it_are_tabs() -> None:
    text = "```python\na()\n```\n\nThe same, asynchronously:\n\n```python\nb()\n```\n\nmore\n"
    made = '=== "Sync"\n\n    ```python\n    a()\n    ```\n\n=== "Async"\n\n    ```python\n    b()\n    ```\n\nmore\n'
    assert tabbed(text) == made
    assert tabbed(f"## a\n\n{text}\n## b\n\n{text}") == f"## a\n\n{made}\n## b\n\n{made}"


@pytest.mark.parametrize(
    "text",
    [
        "## a\n\n**Asynchronously: `a`**\n\n```python\na\n```\n",
        "## a\n\n**Asynchronously: `a`**\n\n```python\na\n```\n\n**Example**\n\n```python\na\n```\n",
        "## a\n\n**Example**\n\n```python\na\n```\n\n## b\n\n**Asynchronously: `a`**\n\n```python\na\n```\n",
        "```python\na\n```\n\nThis works asynchronously.\n\n```python\na\n```\n",
    ],
)
def test_what_is_no_pair_stays(text: str) -> None:
    assert tabbed(text) == text


@given(st.lists(st.sampled_from([*PAGE.splitlines(), "The same, asynchronously:", "    text", "|a|"])))
def test_no_line_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    made = [line.strip() for line in tabbed(text).splitlines()]
    gone = [line for line in lines if line.strip() and line.strip() not in made]
    assert all("synchronously" in line for line in gone)
    assert sorted(filter(None, (line.strip() for line in lines if "synchronously" not in line))) == sorted(
        line for line in made if line and not line.startswith("===") and "synchronously" not in line
    )
