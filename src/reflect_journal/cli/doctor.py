"""`reflect doctor`: what is wrong with the journal; it reads and changes nothing."""

from dataclasses import asdict

from reflect_journal.cli.context import Context
from reflect_journal.journal.backup_findings import diagnose_backups
from reflect_journal.journal.findings import Finding, format_name


def doctor(context: Context) -> int:
    """Look for damage in the journal, without changing anything."""
    findings = [
        *context.journal.diagnose(),
        *diagnose_drafts(context),
        *diagnose_backups(context.places, context.world.now()),
    ]
    if context.options.json:
        rows = [asdict(finding) for finding in findings]
        context.answer_json({"ok": not findings, "findings": rows})
        return int(bool(findings))
    from reflect_journal.terminal.doctor_view import render_findings

    context.out.write(render_findings(context.out, findings))
    return int(bool(findings))


def diagnose_drafts(context: Context) -> list[Finding]:
    """Tell of drafts that `reflect continue` cannot go on with."""
    return [
        Finding(
            "unreadable-draft",
            format_name(str(path)),
            "This unfinished reflection cannot be read, so reflect continue passes it "
            "over. Nothing in it was changed.",
            "What was typed may be legible in a text editor. Move the file away when "
            "nothing in it is needed.",
        )
        for path in context.drafts.unreadable()
    ]
