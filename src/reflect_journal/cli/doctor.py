"""`reflect doctor`: what is wrong with the journal; it reads and changes nothing."""

from dataclasses import asdict

from reflect_journal.cli.context import Context


def doctor(context: Context) -> int:
    """Look for damage in the journal, without changing anything."""
    findings = context.journal.diagnose()
    if context.options.json:
        rows = [asdict(finding) for finding in findings]
        context.answer_json({"ok": not findings, "findings": rows})
        return int(bool(findings))
    from reflect_journal.terminal.doctor_view import render_findings

    context.out.write(render_findings(context.out, findings))
    return int(bool(findings))
