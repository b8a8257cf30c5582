package nl.koppelwerk.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.sharing.Agreeing.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

@ExtendWith(DatabaseExtension.class)
class AgreeingTest {
    private final TwoHouses city;

    AgreeingTest(TestDatabase database, TestInfo test) {
        city = new TwoHouses(database, test.getDisplayName());
    }

    private Outcome ask(String programme, String with, String account) {
        return city.inside(() -> city.agreeing.ask(city.pair(programme, with), city.by(account)));
    }

    private Outcome agree(String programme, String with, int version, String account) {
        return city.inside(() -> city.agreeing.agree(city.pair(programme, with), version, city.by(account)));
    }

    private Outcome end(String programme, String with, int version, String account) {
        return city.inside(() -> city.agreeing.end(city.pair(programme, with), version, city.by(account)));
    }

    private List<Agreement> of(String programme) {
        return city.inside(() -> city.agreeing.of(city.programme(programme)));
    }

    @Test
    void programmesOfOneOrganisationAgreeByOnePerson() {
        assertThat(ask("P", "R", "one")).isEqualTo(Outcome.AGREED);

        assertThat(of("R")).singleElement().satisfies(agreement -> {
            assertThat(agreement.holds()).isTrue();
            assertThat(agreement.with().name()).isEqualTo("Programma P");
            assertThat(agreement.with().sameHouse()).isTrue();
            assertThat(agreement.agreed().orElseThrow().at()).isEqualTo(TwoHouses.CLOCK.instant());
            assertThat(agreement.askedHere()).isFalse();
        });
        assertThat(of("Q")).isEmpty();
    }

    @Test
    void thoseOfTwoOrganisationsByOneOnEitherSide() {
        assertThat(ask("P", "Q", "one")).isEqualTo(Outcome.ASKED);
        assertThat(of("Q").getFirst().waits()).isTrue();
        assertThat(agree("Q", "P", 1, "one")).isEqualTo(Outcome.SAME_PERSON);
        // Who asked does not answer for the other side.
        assertThat(agree("P", "Q", 1, "two")).isEqualTo(Outcome.TOO_LATE);
        assertThat(agree("Q", "P", 1, "two")).isEqualTo(Outcome.AGREED);
        assertThat(of("P").getFirst().holds()).isTrue();
        assertThat(of("P").getFirst().with().runBy()).isEqualTo("Stichting Q");
        assertThat(agree("Q", "P", 1, "two")).isEqualTo(Outcome.TOO_LATE);
        assertThat(ask("Q", "P", "two")).isEqualTo(Outcome.TOO_LATE);
    }

    @Test
    void eitherSideEndsItAndEachTimeAnewIsAVersion() {
        ask("P", "Q", "one");
        agree("Q", "P", 1, "two");

        assertThat(end("Q", "P", 1, "two")).isEqualTo(Outcome.ENDED);
        assertThat(end("P", "Q", 1, "one")).isEqualTo(Outcome.TOO_LATE);
        assertThat(ask("Q", "P", "one")).isEqualTo(Outcome.ASKED);

        assertThat(of("P")).extracting(Agreement::version).containsExactly(2, 1);
        assertThat(of("P").getFirst().askedHere()).isFalse();
        assertThat(of("P").get(1).ended().orElseThrow().name()).isEqualTo("two");
        assertThat(agree("P", "Q", 1, "two")).isEqualTo(Outcome.TOO_LATE);
        assertThat(city.list(
                        "one", "select detail ->> 'what' from audit_entry where action = 'CHANGED' order by number"))
                .containsExactly("SHARING_ASKED", "SHARING_AGREED", "SHARING_ENDED", "SHARING_ASKED");
    }

    @Test
    void aProgrammeThatIsNotThereCannotBeAsked() {
        assertThat(ask("P", "P", "one")).isEqualTo(Outcome.TOO_LATE);
        assertThat(ask("P", "X", "one")).isEqualTo(Outcome.TOO_LATE);
        assertThat(agree("P", "R", 1, "one")).isEqualTo(Outcome.TOO_LATE);
        assertThat(end("P", "R", 1, "one")).isEqualTo(Outcome.TOO_LATE);
    }

    /** Whatever a page or somebody with the application's role sends. */
    @Test
    void theDatabaseHoldsToItAlone() {
        ask("P", "Q", "one");

        assertThatThrownBy(() -> city.change("update sharing_agreement set agreed_at = asked_at, agreed_by = asked_by"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("two people");
        agree("Q", "P", 1, "two");
        assertThatThrownBy(() -> city.change("update sharing_agreement set agreed_by = asked_by"))
                .hasStackTraceContaining("never changed");
        end("P", "Q", 1, "one");
        assertThatThrownBy(() -> city.change("update sharing_agreement set ended_at = null, ended_by = null"))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> city.change("update sharing_agreement set version = 7"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> city.change("delete from sharing_agreement"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> city.change("""
                        insert into sharing_agreement (organisation, one, other, version, asked_at, asked_by, asked_for,
                                                       agreed_at, agreed_by)
                        select a.organisation, a.one, a.other, 2, a.asked_at, a.asked_by, a.asked_for, a.asked_at, a.asked_by
                        from sharing_agreement a
                        """)).hasStackTraceContaining("two people");
    }

    @Test
    void whoHasNeitherProgrammeSeesNothingOfIt() {
        ask("P", "Q", "one");
        agree("Q", "P", 1, "two");

        String count = "select count(*)::text from sharing_agreement";
        assertThat(city.list("coordinator P", count)).containsExactly("1");
        assertThat(city.list("coordinator Q", count)).containsExactly("1");
        assertThat(city.list("coordinator R", count)).containsExactly("0");
        assertThat(city.list("vp", count)).containsExactly("1");
        assertThat(city.list("vr", count)).containsExactly("0");
    }
}
