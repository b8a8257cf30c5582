package nl.koppelwerk.fit.wish;

import java.util.List;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Outcome;

/** A family that avoids pets, for instance because of an allergy, gets a volunteer without pets at home. */
public final class VolunteerPets extends Forbidding<Boolean, Boolean> {
    public VolunteerPets() {
        super("volunteer-pets");
    }

    /** Whether the family avoids pets. */
    @Override
    public Boolean asked(Asking asking) {
        return asking.request().wishes().petsUnwelcome();
    }

    /** Whether the volunteer has pets. */
    @Override
    public Boolean offered(Offering offering) {
        return offering.volunteer().pets();
    }

    @Override
    protected boolean allows(Boolean avoided, Boolean pets) {
        return !avoided || !pets;
    }

    @Override
    public List<Outcome> outcomes() {
        return List.of(Outcome.YES, Outcome.NO, Outcome.MOOT);
    }

    @Override
    protected Outcome outcome(Boolean avoided, Boolean pets, int metres) {
        return avoided ? super.outcome(avoided, pets, metres) : Outcome.MOOT;
    }
}
