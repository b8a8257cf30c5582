package nl.koppelwerk.domain.programme;

/** The two kinds of help that are paired. */
public enum SupportKind {
    /** A stable household nearby that takes children in (Dutch: steungezin). */
    SUPPORT_FAMILY,
    /** One volunteer who visits the family (Dutch: maatje). */
    BUDDY
}
