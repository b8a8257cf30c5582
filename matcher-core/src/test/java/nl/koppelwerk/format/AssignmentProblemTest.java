package nl.koppelwerk.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import org.junit.jupiter.api.Test;

class AssignmentProblemTest {

    /** Two agents, three jobs; at most cost 4 + 2 + 3 = 9: the second agent has room for two jobs. */
    private static final String ONE = """
            2 3
            4 9 8
            5 2 3
            3 3 3
            2 2 2
            5 4
            """;

    @Test
    void readsOneInstanceAndMinimises() {
        AssignmentProblem problem =
                AssignmentProblem.readGeneralised(ONE, Direction.MINIMISE).getFirst();

        Answer answer = solve(problem);

        assertThat(answer.agents()).isEqualTo("1 2 2");
        assertThat(answer.line(1.5)).isEqualTo("value=9 bound=9 gap=0.000000 seconds=1.50 status=optimal");
    }

    @Test
    void readsSeveralInstancesAndMaximises() {
        List<AssignmentProblem> problems =
                AssignmentProblem.readGeneralised(" 2\n 1 2\n 7 5\n 1 1\n 2\n" + ONE, Direction.MAXIMISE);

        assertThat(problems).extracting(AssignmentProblem::name).containsExactly("1", "2");
        assertThat(solve(problems.get(0)).value().fit()).isEqualTo(12);
        assertThat(solve(problems.get(1)).value().fit()).isEqualTo(5 + 9 + 3);
    }

    @Test
    void saysWhenNotAllJobsCanBeAssigned() {
        AssignmentProblem problem = AssignmentProblem.readGeneralised(ONE.replace("5 4", "2 4"), Direction.MINIMISE)
                .getFirst();

        assertThat(solve(problem).line(0)).isEqualTo("value=none bound=none gap=none seconds=0.00 status=infeasible");
    }

    @Test
    void readsLinearAssignment() {
        Answer answer = solve(AssignmentProblem.readLinear("3\n 4 1 3\n 2 0 5\n 3 2 2\n", Direction.MINIMISE));

        assertThat(answer.line(2)).startsWith("value=5 bound=5 ");
        assertThat(answer.agents()).isEqualTo("2 1 3");
    }

    @Test
    void refusesNamingLineAndValue() {
        refuses(ONE.replace("9", "nine"), "line 2: 'nine' is not a whole number, expected the worth of agent 1, job 2");
        refuses(
                ONE.replace("9", "99999999999"),
                "line 2: '99999999999' is too large, expected the worth of agent 1, job 2");
        refuses(ONE.replace("5 4", "5"), "line 7: the file ends where the capacity of agent 2 is expected");
        refuses(ONE + "6\n", "line 7: '6' follows after the end of the last instance");
        refuses(ONE.replace("3 3 3", "3 -3 3"), "line 4: the load of agent 1, job 2 is -3, expected 0 to 1000000000");
        refuses("", "line 1: the file ends where a number is expected");
        refuses("4\n" + ONE, "line 8: the file ends where the number of agents is expected");
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> AssignmentProblem.readGeneralised(text, Direction.MINIMISE))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static Answer solve(AssignmentProblem problem) {
        Settings settings = new Settings(3, 50, 1, 300, 50, Duration.ofMinutes(1), 1);
        Result result = new Optimiser(Clock.systemUTC()).optimise(problem.toProblem(), settings, Progress.NONE);
        return new Answer(problem, result.plan(), result.value(), result.bound());
    }
}
