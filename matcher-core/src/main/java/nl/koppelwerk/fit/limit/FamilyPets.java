package nl.koppelwerk.fit.limit;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** A volunteer who avoids pets does not come to a family with pets. */
public final class FamilyPets extends Forbidding<Boolean, Boolean> {
    public FamilyPets() {
        super("family-pets");
    }

    /** Whether the family has pets. */
    @Override
    public Boolean asked(Asking asking) {
        return asking.family().pets();
    }

    /** Whether the volunteer avoids pets. */
    @Override
    public Boolean offered(Offering offering) {
        return offering.volunteer().limits().petsUnwelcome();
    }

    @Override
    protected boolean allows(Boolean pets, Boolean avoided) {
        return !pets || !avoided;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean pets, Boolean avoided, int metres) {
        return avoided ? super.outcome(pets, avoided, metres) : Outcome.MOOT;
    }
}
