"""Words of thanks."""

from typing import Final

from reflect_journal.letters.phrases.plain import any_of

THANKS: Final = any_of(
    r"(?<!no )thank(?:s|ful|fully|ing|ed)?(?!less)\b(?! for nothing)",
    r"(?:grateful|gratefully|gratitude|appreciat\w*|obliged|indebted|cheers|ta|tysm|"
    r"tyvm|kudos|merci|danke|gracias|obrigad[oa]|bless you|god bless|in your debt)\b",
    r"(?:kind|good|nice|decent|sweet|lovely|generous|big|thoughtful|sound|brilliant) "
    r"of "
    r"(?:you|ye|your|her|him|them|everybody|the)\b",
)
