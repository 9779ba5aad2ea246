"""Whether somebody may is asked before what they sent is looked at."""

from io import BytesIO

from sqlalchemy import update

from tests.web.builders import Site
from toolkit.domain.access import Role
from toolkit.storage.tables import memberships


def test_a_reader_has_no_file_read(site: Site) -> None:
    """R26: a file that is wrong in itself is not even opened."""
    browser = site.signed_in()
    with site.parts.database.writing() as connection:
        connection.execute(update(memberships).values(role=Role.READER.value))
    fields = [field.attributes for field in browser.page("/help-now").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")

    file = (BytesIO(b"answers: ["), "scan.yaml")
    answer = browser.client.post("/scans/import", data={"csrf_token": token, "file": file})

    assert answer.status_code == 403
