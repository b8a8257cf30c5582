package nl.koppelwerk.trust.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.trust.abuse.Grounds.Sent;
import nl.koppelwerk.trust.abuse.Surfer.Download;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the long attacks go by finds what it is to find, and nothing where there is nothing. */
class AbusePartsTest {
    private static final String ID = "0c5e1a52-0000-3000-8000-00000000000%d";

    private final Payloads payloads = new Payloads(new Random(20261122));

    @Test
    void thereAreMoreThanAThousandPayloads() {
        assertThat(payloads.size()).isGreaterThan(1_000);
    }

    @Test
    void aTextThatIsShownOtherwiseThanItWasTypedIsFoundByItsMark() {
        List<String> typed =
                IntStream.range(0, 40).mapToObj(one -> payloads.next(200)).toList();

        assertThat(typed)
                .allSatisfy(text ->
                        assertThat(payloads.otherwise("Naam: " + text + ".")).isEmpty())
                .allSatisfy(text -> assertThat(payloads.otherwise("leeg" + text.substring(text.lastIndexOf(" Qz"))))
                        .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "'naam;getal\n\"=1+1\";3\n', 1",
        "'naam;getal\n\"\t=1+1\";@SUM(A1)\n', 2",
        "'naam;getal\n'' =1+1;-3,5\nx;+31612345678\n', 0"
    })
    void aCellThatStartsAFormulaIsFound(String csv, int formulas) {
        TakenAlong files = new TakenAlong();

        files.look(new Download("/lijst.csv", 200, "text/csv;charset=UTF-8", csv.getBytes(StandardCharsets.UTF_8)));

        assertThat(files.held().getFirst().broken()).hasSize(formulas);
    }

    @Test
    void aCalendarInWhichSomethingBeginsThatDoesNotEndIsFound() {
        TakenAlong files = new TakenAlong();
        String calendar =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Kennis\r\n making%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        for (String more : List.of("", "\r\nBEGIN:VALARM", "\nX-KWAAD:1")) {
            files.look(new Download(
                    "/afspraak.ics",
                    200,
                    "text/calendar",
                    calendar.formatted(more).getBytes(StandardCharsets.UTF_8)));
        }

        assertThat(files.held().stream().map(Held::promised).map(Promise::found))
                .contains("2 broken");
    }

    @Test
    void theOneFieldThatMakesADifferenceIsFoundAmongMany() {
        List<Sent.Field> fields = IntStream.range(0, 700)
                .mapToObj(one -> new Sent.Field("kolom" + one, "7"))
                .toList();

        assertThat(Extras.culprit(fields, some -> some.contains(new Sent.Field("kolom431", "7"))))
                .contains(new Sent.Field("kolom431", "7"));
        assertThat(Extras.culprit(fields, some -> some.size() == fields.size())).isEmpty();
    }

    @Test
    void whatIsMadeEachTimeIsNoDifferenceAndAnIdOfSomebodyElseIs() {
        Contents before = contents(ID.formatted(1), ID.formatted(2));
        Contents made = contents(ID.formatted(1), ID.formatted(2), ID.formatted(5));
        Contents again = contents(ID.formatted(6), ID.formatted(1), ID.formatted(2));
        Contents others = contents(ID.formatted(1), ID.formatted(2), ID.formatted(2));

        assertThat(made.differences(again, before.ids())).isEmpty();
        assertThat(made.differences(others, before.ids())).containsExactly("pairing.volunteer");
    }

    private static Contents contents(String... volunteers) {
        return new Contents(Map.of("pairing.volunteer", List.of(volunteers)), new HashSet<>(List.of(volunteers)));
    }

    @Test
    void aFormIsFilledInAsSomebodyWouldWhoLeavesNothingOpen() {
        Form form = Form.on("""
                        <form method="post" action="/x"><input name="name"><input name="email" type="email">
                        <input type="radio" name="side" value="a"><input type="radio" name="side" value="b">
                        <select name="kind"><option value="">-</option><option value="BUDDY">B</option></select>
                        <input type="hidden" name="version" value="4"><button name="press">P</button>
                        <textarea name="note">zo</textarea></form>
                        """).getFirst();

        assertThat(form.plausible())
                .containsExactly(
                        new Sent.Field("name", "Tekst"),
                        new Sent.Field("email", "iemand@voorbeeld.example"),
                        new Sent.Field("side", "a"),
                        new Sent.Field("version", "4"),
                        new Sent.Field("kind", "BUDDY"),
                        new Sent.Field("note", "zo"));
    }
}
