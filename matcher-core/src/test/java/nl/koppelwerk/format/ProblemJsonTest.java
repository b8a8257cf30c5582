package nl.koppelwerk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import nl.koppelwerk.problem.InvalidProblemException;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class ProblemJsonTest {

    private final Problem town = Towns.of(30, 5);

    @Test
    void readsBackWhatItWrote() {
        Problem read = ProblemJson.readProblem(stream(json(town)));

        assertThat(read).usingRecursiveComparison().isEqualTo(town);
    }

    @Test
    void readsBackAPlan() {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ProblemJson.write(new Plan(new int[] {4, -1}, new long[] {1L << 27, 0}), json);

        Plan read = ProblemJson.readPlan(new ByteArrayInputStream(json.toByteArray()));

        assertThat(read.pair()).containsExactly(4, -1);
        assertThat(read.dayParts()).containsExactly(1L << 27, 0);
    }

    @Test
    void refusesWhatIsNoProblemNamingThePlace() {
        String json = json(town);
        refuses("{\"requestWeight\":[3,", "line 1, column");
        refuses(
                json.replace("\"requestSlots\"", "\"requestSlot\""),
                "field 'requestSlots' is missing of requestWeight, ");
        refuses("{\"more\":1," + json.substring(1), "no field is called 'more'; there are requestWeight, ");
        refuses("{}", "field 'requestWeight' is missing");
        refuses(json.replaceFirst("\"pairTag\":\\[[^]]*]", "\"pairTag\":null"), "field 'pairTag' is missing");
        refuses(json.replaceFirst("\"groupLimit\":\\[\\d+", "\"groupLimit\":[\"many\""), "many");
        refuses(json.replaceFirst("\"groupLimit\":\\[\\d+", "\"groupLimit\":[2.5"), "2.5");
        refuses(json + "{}", "");
    }

    @Test
    void saysNothingOfTheReaderItself() {
        assertThatThrownBy(() -> ProblemJson.readProblem(stream("[]")))
                .hasMessage("line 1, column 1: Cannot deserialize value of type `Problem` from Array value");
        assertThatThrownBy(() -> ProblemJson.readProblem(
                        stream(json(town).replaceFirst("\"groupLimit\":\\[\\d+", "\"groupLimit\":[NaN"))))
                .hasMessageEndingWith("Non-standard token 'NaN'");
    }

    @Test
    void refusesAProblemThatContradictsItself() {
        String json = json(town).replaceFirst("\"requestWeight\":\\[\\d+", "\"requestWeight\":[-4");

        assertThatThrownBy(() -> ProblemJson.readProblem(stream(json)))
                .isInstanceOf(InvalidProblemException.class)
                .hasMessage("request 0: weight -4 is not positive");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatThrownBy(() -> ProblemJson.readProblem(stream("{\"a\":".repeat(100_000))))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("nest");
    }

    private static void refuses(String json, String message) {
        assertThatThrownBy(() -> ProblemJson.readProblem(stream(json)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("line ")
                .hasMessageContaining(message);
    }

    private static String json(Problem problem) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        ProblemJson.write(problem, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
