"""Spanish with the separators of CLDR, so that counts and money are written alike."""

THOUSAND_SEPARATOR = "."
DECIMAL_SEPARATOR = ","
NUMBER_GROUPING = 3
