"""Translations: compile them, hold them to the sources, and prepare entries for what is new.

python -m tools.catalogues compile | check | sync  [room …]
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.messages import rooms, template_of
from tools.steps import ROOT, say

LANGUAGES = ("es", "zh_Hans")  # the interface is complete in these, beside English
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
NOISE = re.compile(  # header lines that would change at every run
    r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator).*\n', re.MULTILINE
)
Key = tuple[str | tuple[str, str], str | None]


def po_path(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def load(path: Path) -> Catalog:
    language = path.parent.parent.name
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def compile_all() -> int:
    for folder in rooms().values():
        for path in sorted(folder.glob("locale/*/LC_MESSAGES/*.po")):
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, load(path))
    return 0


def sync(names: list[str]) -> int:
    """Add an empty entry for each new message of a room, and drop the entries nobody uses."""
    for folder in _chosen(names):
        template = template_of(folder)
        if len(template) == 0:
            continue
        for language in LANGUAGES:
            _sync_one(po_path(folder, language), template)
    return 0


def _sync_one(path: Path, template: Catalog) -> None:
    catalogue = load(path)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    catalogue.header_comment = ""
    catalogue.fuzzy = False
    catalogue.project, catalogue.version = "Creaspace", "1"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, include_lineno=False, omit_header=False)
    text = path.read_text(encoding="utf-8")
    path.write_text(NOISE.sub("", text), encoding="utf-8")


def check(names: list[str]) -> int:
    faults = [fault for folder in _chosen(names) for fault in _faults(folder)]
    faults += _disagreements()
    for fault in faults:
        say(fault)
    return 1 if faults else 0


def _chosen(names: list[str]) -> list[Path]:
    known = rooms()
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise SystemExit(f"There is no room {', '.join(unknown)}. Rooms: {', '.join(known)}.")
    return [folder for name, folder in known.items() if not names or name in names]


def _faults(folder: Path) -> Iterator[str]:
    template = template_of(folder)
    wanted = {_key(message) for message in template if message.id}
    for language in LANGUAGES:
        path = po_path(folder, language)
        shown = path.relative_to(ROOT)
        kept = {_key(message): message for message in load(path) if message.id}
        for key in sorted(wanted - set(kept), key=str):
            yield f"{shown}: {key[0]!r} is missing. `./dev.py fix {folder.name}` adds it."
        for key in sorted(set(kept) - wanted, key=str):
            yield f"{shown}: {key[0]!r} stands in no source. `./dev.py fix {folder.name}` drops it."
        for key in sorted(wanted & set(kept), key=str):
            yield from (f"{shown}: {key[0]!r} {fault}" for fault in _wrong(kept[key], language))


def _wrong(message: Message, language: str) -> Iterator[str]:
    texts = message.string if isinstance(message.string, (tuple, list)) else [message.string]
    if message.fuzzy:
        yield "is marked fuzzy: read it and remove the mark."
    if not all(texts):
        yield "is not translated."
        return
    forms = Catalog(locale=language).num_plurals if message.pluralizable else 1
    if len(texts) != forms:
        yield f"has {len(texts)} forms; {language} has {forms}."
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    possible, needed = _placeholders(*ids), _placeholders(ids[-1])
    for text in filter(None, texts):
        used = _placeholders(text)
        if not used <= possible or (len(ids) == 1 and used != needed):
            yield f"has the placeholders {sorted(used)}; the source has {sorted(possible)}."


def _placeholders(*texts: str) -> set[str]:
    return {named or braced for text in texts for named, braced in PLACEHOLDER.findall(text)}


def _key(message: Message) -> Key:
    ids = message.id
    return (ids if isinstance(ids, str) else (ids[0], ids[1])), message.context


def _disagreements() -> Iterator[str]:
    """Django joins all catalogues: of two translations of one message only the first is shown."""
    said: dict[tuple[str, Key], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, folder in rooms().items():
        for language in LANGUAGES:
            for message in load(po_path(folder, language)):
                if message.id and message.string:
                    said[language, _key(message)][str(message.string)].append(name)
    for (language, key), versions in said.items():
        if len(versions) > 1:
            told = "; ".join(f"{text} ({', '.join(places)})" for text, places in versions.items())
            yield f"{language}: {key[0]!r} is translated in two ways; give a context. {told}"


def main(arguments: list[str]) -> int:
    task, names = (arguments or ["check"])[0], arguments[1:]
    tasks = {"compile": lambda _: compile_all(), "check": check, "sync": sync}
    if task not in tasks:
        say(__doc__ or "")
        return 2
    return tasks[task](names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
