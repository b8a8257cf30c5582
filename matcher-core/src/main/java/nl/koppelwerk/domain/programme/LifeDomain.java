package nl.koppelwerk.domain.programme;

/** The five life domains that needs are grouped by, and the rest. */
public enum LifeDomain {
    FINANCE,
    HOUSING,
    HEALTH,
    SOCIAL,
    PARTICIPATION,
    OTHER
}
