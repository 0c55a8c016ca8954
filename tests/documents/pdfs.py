"""Press releases as PDF, made by hand."""

FIRST = (
    "PRESS RELEASE",
    "Talon picks North Dakota for its nickel works",
    "TAMARACK, October 19, 2022 - Talon Metals will process ore from its mine in",
    "Minnesota at a site in Mercer County, for which the Department of Energy grants it 115",
    "million dollars. Nickel helps lithium to find its way into a cathode, and the pro-",
    "cessed metal is to feed plants that make cathodes for the whole range of lithium-",
    "ion cells.",
)
SECOND = ("The works would employ about 150 people, the company said, and start in", "2026 at the earliest.")


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A plain PDF of text lines, one content stream a page."""
    numbers = [4 + 2 * number for number in range(len(pages))]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    objects.append(f"<< /Type /Pages /Kids [{' '.join(f'{number} 0 R' for number in numbers)}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, lines in zip(numbers, pages, strict=True):
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 11 Tf 50 780 Td {shown}ET"
        parts = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< {parts} /Contents {number + 1} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF".encode("latin-1")
