package nl.koppelwerk.domain.programme;

import static nl.koppelwerk.domain.programme.LifeDomain.OTHER;
import static nl.koppelwerk.domain.programme.LifeDomain.PARTICIPATION;
import static nl.koppelwerk.domain.programme.LifeDomain.SOCIAL;

/** What a family asks support for, after the needs counted in the Rotterdam monitor (Hogeschool Rotterdam, 2022). */
public enum Need {
    FINANCE(LifeDomain.FINANCE),
    HOUSING(LifeDomain.HOUSING),
    HEALTH(LifeDomain.HEALTH),
    DOMESTIC_RELATIONS(SOCIAL),
    PARENTING(SOCIAL),
    SOCIAL_NETWORK(SOCIAL),
    DAILY_LIVING(PARTICIPATION),
    DUTCH_LANGUAGE(PARTICIPATION),
    WORK(PARTICIPATION),
    EDUCATION(PARTICIPATION),
    DAYTIME_ACTIVITY_CHILD(PARTICIPATION),
    DAYTIME_ACTIVITY_PARENT(PARTICIPATION),
    OTHER_NEED(OTHER);

    private final LifeDomain lifeDomain;

    Need(LifeDomain lifeDomain) {
        this.lifeDomain = lifeDomain;
    }

    public LifeDomain lifeDomain() {
        return lifeDomain;
    }
}
