package nl.koppelwerk.ui.person.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.consent.Consenting;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.household.Contacts;
import nl.koppelwerk.data.intake.Approach;
import nl.koppelwerk.data.intake.Intakes;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.data.store.OpenConditions;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.view.person.FamilyViews;
import nl.koppelwerk.data.view.person.RequestEntry;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.ui.shell.Acute;
import org.springframework.stereotype.Component;

/** What pages read of an intake, inside the organisation of the reader. */
@Component
public class IntakeDesk {
    private final Intakes intakes;
    private final Questions questions;
    private final OpenConditions open;
    private final Beside beside;

    IntakeDesk(Intakes intakes, Questions questions, OpenConditions open, Beside beside) {
        this.intakes = intakes;
        this.questions = questions;
        this.open = open;
        this.beside = beside;
    }

    /** What is known of a family outside its intake. */
    @Component
    record Beside(Contacts contacts, Consenting consents, FamilyViews families, Programmes programmes, Acute acute) {}

    /** What cannot wait. */
    public Optional<Acute.Shown> acute(FamilyId family) {
        return beside.acute().openOf(family.value());
    }

    List<Acute.Shown> handled(FamilyId family) {
        return beside.acute().handledOf(family.value());
    }

    Intakes intakes() {
        return intakes;
    }

    /** Those of the software, and those of the programmes that the family asks something of. */
    List<Question> questions(FamilyId family) {
        Set<String> codes = beside.families().requests(family).stream()
                .filter(entry -> entry.closedOn().isEmpty())
                .map(RequestEntry::programme)
                .collect(Collectors.toSet());
        return questions.of(beside.programmes().list().stream()
                .filter(programme -> codes.contains(programme.code()))
                .toList());
    }

    /** Of all programmes. */
    List<Question> allQuestions() {
        return questions.of(beside.programmes().list());
    }

    /** Whether the family took its consent back. */
    boolean withdrawn(FamilyId family) {
        return beside.consents()
                .find(Person.of(family))
                .filter(said -> !said.holds())
                .isPresent();
    }

    public Summary summary(Family family) {
        Map<String, String> answers = intakes.shown(family.id());
        Set<Need> problems = needs(answers, Questions.PROBLEM);
        problems.removeAll(intakes.asked(family.id()));
        return new Summary(
                Optional.ofNullable(answers.get(Questions.GOAL)),
                Approach.of(family.languages(), answers),
                open.list(List.of(family)),
                problems,
                needs(answers, Questions.STRENGTH),
                beside.contacts()
                        .find(family.id())
                        .filter(contact ->
                                contact.email().isPresent() || contact.phone().isPresent())
                        .isPresent(),
                beside.consents()
                        .find(Person.of(family.id()))
                        .filter(Consent::holds)
                        .isPresent());
    }

    private static Set<Need> needs(Map<String, String> answers, String says) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if (says.equals(answers.get(Questions.NEED + need))) {
                needs.add(need);
            }
        }
        return needs;
    }
}
