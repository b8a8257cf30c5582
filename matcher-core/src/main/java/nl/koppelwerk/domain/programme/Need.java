package nl.koppelwerk.domain.programme;

import static nl.koppelwerk.domain.programme.LifeDomain.OTHER;
import static nl.koppelwerk.domain.programme.LifeDomain.PARTICIPATION;
import static nl.koppelwerk.domain.programme.LifeDomain.SOCIAL;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    /** These needs as a set that does not change, in the order of this list. */
    public static Set<Need> setOf(Collection<Need> needs) {
        Set<Need> copy = EnumSet.noneOf(Need.class);
        copy.addAll(needs);
        return Collections.unmodifiableSet(copy);
    }

    public LifeDomain lifeDomain() {
        return lifeDomain;
    }
}
