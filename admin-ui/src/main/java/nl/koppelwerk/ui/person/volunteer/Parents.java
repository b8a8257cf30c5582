package nl.koppelwerk.ui.person.volunteer;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.data.sides.Invitation;
import nl.koppelwerk.data.sides.KnowingBothSides;
import nl.koppelwerk.data.sides.Linking;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.person.Desk;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.UnknownPage;
import org.springframework.stereotype.Component;

/** A parent who said yes to helping others becomes a volunteer, with what the form of a volunteer asks too. */
@Component
class Parents {
    private final Families families;
    private final KnowingBothSides sides;

    Parents(Families families, KnowingBothSides sides) {
        this.families = families;
        this.sides = sides;
    }

    /** @throws UnknownPage when the family is not in sight, or did not say yes */
    Map<Column, String> volunteer(UUID id) {
        Family family = families.find(new FamilyId(id)).orElseThrow(UnknownPage::new);
        invitation(family.id());
        Map<Column, String> cells = new HashMap<>();
        cells.put(VolunteerTable.NAME, family.name());
        cells.put(VolunteerTable.POSTCODE, family.postcode().toString());
        family.street().ifPresent(street -> cells.put(VolunteerTable.STREET, street));
        family.school().ifPresent(school -> cells.put(VolunteerTable.SCHOOL, school));
        cells.put(VolunteerTable.LANGUAGES, family.languages().toString());
        family.email().ifPresent(email -> cells.put(VolunteerTable.EMAIL, email));
        cells.put(VolunteerTable.PETS, Words.YES_NO.write(family.pets() ? Words.YesNo.YES : Words.YesNo.NO));
        cells.put(VolunteerTable.KIND, Words.KIND.write(SupportKind.BUDDY));
        return cells;
    }

    /** Inside the transaction that made the volunteer. */
    void done(UUID id, UUID volunteer, Coordinator coordinator) {
        FamilyId family = new FamilyId(id);
        Invitation said = invitation(family);
        Linking linking = sides.link(family, new VolunteerId(volunteer), said.askedOn(), Desk.by(coordinator));
        if (!(linking instanceof Linking.Linked)) {
            throw new UnknownPage();
        }
    }

    private Invitation invitation(FamilyId family) {
        return sides.invitation(family)
                .filter(said -> said.answer() == Invitation.Answer.YES)
                .orElseThrow(UnknownPage::new);
    }
}
