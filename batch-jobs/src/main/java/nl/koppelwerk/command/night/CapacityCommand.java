package nl.koppelwerk.command.night;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nl.koppelwerk.batch.BatchApplication;
import nl.koppelwerk.batch.capacity.Planning;
import nl.koppelwerk.capacity.Outlook;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.capacity.Range;
import nl.koppelwerk.capacity.Recorded;
import nl.koppelwerk.command.ApplicationStart;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.Refusal;
import nl.koppelwerk.data.capacity.Answer;
import nl.koppelwerk.data.capacity.CapacityPlan;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Organisations.Organisation;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays what happens to waiting times when more families or volunteers come, or a coordinator leaves. */
@Command(name = "capacity")
public final class CapacityCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--more", paramLabel = "N", defaultValue = "10")
    private int more;

    @Option(names = "--months", paramLabel = "N", defaultValue = "6")
    private int months;

    @Option(names = "--repetitions", paramLabel = "N", defaultValue = "10")
    private int repetitions;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed;

    public CapacityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Question question = question();
        int exitCode = ExitCode.OK;
        try (ConfigurableApplicationContext application =
                new ApplicationStart(console).start(BatchApplication.class, WebApplicationType.NONE)) {
            for (Organisation organisation :
                    application.getBean(Organisations.class).list()) {
                exitCode = Math.max(exitCode, play(application, organisation, question));
            }
        }
        return exitCode;
    }

    private Question question() {
        if (more < 1
                || more > Question.MOST_MORE
                || months < Question.FEWEST_MONTHS
                || months > Question.MOST_MONTHS
                || repetitions < 2
                || repetitions > Question.MOST_REPETITIONS) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "capacity.question",
                    Question.MOST_MORE,
                    Question.FEWEST_MONTHS,
                    Question.MOST_MONTHS,
                    Question.MOST_REPETITIONS);
        }
        return new Question(more, months, repetitions, seed);
    }

    private int play(ApplicationContext application, Organisation organisation, Question question) {
        console.tell("capacity.playing", organisation.name());
        return switch (application.getBean(Planning.class).start(organisation.id(), question, Optional.empty())) {
            case Planning.Start.Busy() -> {
                console.tell("capacity.busy", organisation.name());
                yield ExitCode.BUSY;
            }
            case Planning.Start.Started(var id, var work) -> {
                work.join();
                yield application
                        .getBean(OrganisationScope.class)
                        .reading(
                                organisation.id(),
                                () -> application.getBean(CapacityPlans.class).last())
                        .map(plan -> say(organisation, plan))
                        .orElse(ExitCode.FAILED);
            }
        };
    }

    private int say(Organisation organisation, CapacityPlan plan) {
        if (plan.answer().isEmpty()) {
            console.tell("capacity.failed", organisation.name());
            return ExitCode.FAILED;
        }
        Answer answer = plan.answer().get();
        if (plan.status() == CapacityPlan.Status.TOO_LITTLE) {
            console.say(
                    "capacity.too-little",
                    organisation.name(),
                    answer.familyWeeks(),
                    answer.families(),
                    answer.volunteerWeeks(),
                    answer.volunteers(),
                    Recorded.FEWEST_WEEKS,
                    Recorded.FEWEST_FAMILIES,
                    Recorded.FEWEST_VOLUNTEERS);
            return ExitCode.OK;
        }
        console.say("capacity.heading", organisation.name(), plan.question().months());
        for (Outlook outlook : answer.outlooks()) {
            console.say(
                    "capacity.line",
                    console.texts()
                            .get(
                                    "capacity.scenario." + outlook.scenario(),
                                    plan.question().more()),
                    range(outlook.waiting().getLast(), 0),
                    range(outlook.usualWait(), 1),
                    range(outlook.longWait(), 1),
                    range(outlook.introduced(), 0));
        }
        console.say(
                "capacity.assumes",
                answer.familyWeeks(),
                answer.families(),
                answer.volunteerWeeks(),
                answer.volunteers(),
                plan.question().repetitions());
        return ExitCode.OK;
    }

    private String range(Range range, int decimals) {
        Locale locale = console.texts().locale();
        String number = "%." + decimals + "f";
        return String.format(locale, number, range.middle())
                + " ("
                + String.format(locale, number, range.low())
                + "–"
                + String.format(locale, number, range.high())
                + ")";
    }
}
