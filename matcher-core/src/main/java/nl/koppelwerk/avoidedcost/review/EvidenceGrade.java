package nl.koppelwerk.avoidedcost.review;

/**
 * What an estimate rests on, strongest first. Grades after the cost benefit guide of HM Treasury and the Greater
 * Manchester Combined Authority.
 */
public enum EvidenceGrade {
    TRIAL,
    TRIAL_ABROAD,
    INDEPENDENT_MONITORING,
    MONITORED_PRACTICE,
    SIMILAR_STUDY,
    COORDINATORS_ESTIMATE;

    /** 1 to 6. */
    public int grade() {
        return ordinal() + 1;
    }

    public EvidenceGrade oneStronger() {
        return values()[Math.max(0, ordinal() - 1)];
    }

    public EvidenceGrade oneWeaker() {
        return values()[Math.min(values().length - 1, ordinal() + 1)];
    }
}
