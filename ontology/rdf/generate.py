"""`python -m ontology.rdf.generate`: writes the files that are made from the tables."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from ontology.rdf.page import page
from ontology.rdf.shapes import shapes
from ontology.rdf.vocabulary import vocabulary

ROOT: Final = Path(__file__).resolve().parent.parent.parent


def generated() -> Mapping[Path, str]:
    """Return each file with what it must hold."""
    return MappingProxyType(
        {
            ROOT / "ontology" / "chidao.ttl": vocabulary().serialize(format="turtle"),
            ROOT / "ontology" / "shapes.ttl": shapes().serialize(format="turtle"),
            ROOT / "docs" / "ontology.md": page(),
        }
    )


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
