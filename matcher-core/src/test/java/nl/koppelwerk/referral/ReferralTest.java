package nl.koppelwerk.referral;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ANight.request;
import static nl.koppelwerk.example.AProgramme.aProgramme;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.example.AFamily;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.sentence.Sentences;
import org.junit.jupiter.api.Test;

class ReferralTest {
    @Test
    void aServiceForOneOfTheNeedsWhoseConditionsAreMetComesFirst() {
        List<Service> services = List.of(
                service("Taal", Set.of(Need.PARENTING), new Condition.SecondLanguage(Level.A2)),
                service("Wonen", Set.of(Need.HOUSING)),
                service("Geld", Set.of(Need.FINANCE, Need.WORK)));

        List<Referral> found = Referral.of(services, asking(aFamily().speaking("tur:C2 nld:A1")));

        assertThat(found).extracting(referral -> referral.service().name()).containsExactly("Geld", "Taal");
        assertThat(found.getFirst().needs()).containsExactly(Need.FINANCE);
        assertThat(found.getFirst().missing()).isEmpty();
        assertThat(said(found.getLast().missing()))
                .containsExactly("De dienst is voor wie Nederlands als tweede taal spreekt, op niveau A2 of hoger.");
    }

    @Test
    void whatMissesTwoThingsOrIsClosedIsNotNamed() {
        Condition far = new Condition.LivesIn(Set.of("Amsterdam"));
        Condition school = new Condition.ChildAtSchool();
        Service closed = new Service(
                id("Dicht"),
                "Dicht",
                "Wie",
                "",
                false,
                Set.of(Need.FINANCE),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(Referral.of(List.of(service("Ver", Set.of(Need.FINANCE), far, school), closed), asking(aFamily())))
                .isEmpty();
        assertThat(Referral.of(
                        List.of(service("Ver", Set.of(Need.FINANCE), far, school)),
                        asking(aFamily().atSchool("De Klimop"))))
                .singleElement()
                .satisfies(referral -> {
                    assertThat(said(referral.met()))
                            .containsExactly("Van het gezin is de school bekend. Vraag of die meedoet.");
                    assertThat(said(referral.missing()))
                            .containsExactly("Het gezin woont niet in het gebied van de dienst: Amsterdam.");
                });
    }

    @Test
    void everyConditionIsHeldAgainstWhatIsKnownOfTheFamily() {
        AFamily family = aFamily().withChildrenBornIn(2013).speaking("tur:C2 nld:B1");

        assertThat(missing(family, new Condition.Aged(12, 17))).isEmpty();
        assertThat(missing(family, new Condition.Aged(4, 12))).hasSize(1);
        assertThat(missing(family, new Condition.Aged(18, 150))).isEmpty();
        assertThat(missing(family, new Condition.Aged(65, 150))).hasSize(1);
        assertThat(missing(family, new Condition.SecondLanguage(Level.B1))).isEmpty();
        assertThat(missing(aFamily().speaking("nld:C2"), new Condition.SecondLanguage(Level.A1)))
                .hasSize(1);
        assertThat(missing(family, new Condition.Speaks(Set.of(new Language("tur"), new Language("ara")))))
                .isEmpty();
        assertThat(missing(family, new Condition.Speaks(Set.of(new Language("ara")))))
                .hasSize(1);
        assertThat(missing(family, new Condition.LivesIn(Set.of("rotterdam")))).isEmpty();
    }

    private static List<String> missing(AFamily family, Condition condition) {
        return said(Referral.of(List.of(service("Dienst", Set.of(Need.FINANCE), condition)), asking(family))
                .getFirst()
                .missing());
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(Sentences.dutch()::say).toList();
    }

    private static Asking asking(AFamily family) {
        return new Sides(aNight().with(aProgramme())
                        .with(family)
                        .with(aRequest().needing(Need.FINANCE, Need.PARENTING))
                        .with(aVolunteer())
                        .build())
                .getAsking(request("V-1"));
    }

    private static Service service(String name, Set<Need> needs, Condition... conditions) {
        return new Service(
                id(name),
                name,
                "Wie",
                "",
                true,
                needs,
                List.of(conditions),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
