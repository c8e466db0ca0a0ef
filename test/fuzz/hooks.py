"""What no document can tell schemathesis: which accounts there are."""

import schemathesis


@schemathesis.hook
def map_body(context, body):
    """Every other event that is drawn is of an account that is there, so that what is drawn gets as far as the database."""
    rows = body.get("events") if isinstance(body, dict) else None
    for row in rows[::2] if isinstance(rows, list) else []:
        if isinstance(row, dict) and isinstance(row.get("account"), str) and 1 <= len(row["account"]) <= 200:
            row["account"] = "acct-0001"
    return body
