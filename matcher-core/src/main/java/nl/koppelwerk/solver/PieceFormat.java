package nl.koppelwerk.solver;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;
import nl.koppelwerk.solver.search.PairOrder;

/**
 * A task, and an answer, as bytes for another machine that runs the same version of this software: whole numbers of as many
 * bytes as they need, compressed.
 */
public final class PieceFormat {
    private static final int PART = 1;
    private static final int REGION = 2;

    private PieceFormat() {}

    /** @param settings with the time that there is at most; threads are up to who plans it */
    public static byte[] write(PieceTask task, Settings settings) {
        return packed(out -> {
            out.number(task instanceof PieceTask.Part ? PART : REGION);
            out.numbers(settings.seed(), settings.steps(), settings.rounds(), settings.priceSteps(), settings.nodes());
            write(out, task.problem());
            switch (task) {
                case PieceTask.Part part -> {
                    out.number(part.firstBound());
                    write(out, part.prices());
                }
                case PieceTask.Region region -> {
                    write(out, region.held());
                    out.integers(region.order().places());
                    out.number(region.seed());
                }
            }
        });
    }

    /** A task with the settings to plan it by. */
    public record Order(PieceTask task, Settings settings) {
        public PieceAnswer plan(Clock clock) {
            return PieceOnItsOwn.plan(task, settings, clock);
        }
    }

    /**
     * @param limit how long it may take
     * @throws IOException when these bytes are no task
     */
    public static Order readTask(byte[] bytes, Duration limit) throws IOException {
        try (DataInputStream stream = opened(bytes)) {
            NumberReader in = new NumberReader(stream);
            int kind = in.integer();
            Settings settings =
                    new Settings(in.number(), in.integer(), in.integer(), in.integer(), in.integer(), limit, 1);
            Problem problem = readProblem(in).validated();
            return new Order(kind == PART ? readPart(in, problem) : readRegion(in, problem), settings);
        } catch (RuntimeException broken) {
            throw new IOException("these bytes are no task", broken);
        }
    }

    private static PieceTask readPart(NumberReader in, Problem problem) throws IOException {
        return new PieceTask.Part(problem, in.number(), readPrices(in));
    }

    private static PieceTask readRegion(NumberReader in, Problem problem) throws IOException {
        return new PieceTask.Region(problem, readPlan(in), PairOrder.of(in.integers()), in.number());
    }

    public static byte[] write(PieceAnswer answer) {
        return packed(out -> {
            write(out, answer.plan());
            out.numbers(answer.bound().servedWeight(), answer.bound().fit());
            out.numbers(answer.clockWasNeeded() ? 1 : 0, Math.round(answer.seconds() * 1000));
        });
    }

    /** @throws IOException when these bytes are no answer */
    public static PieceAnswer readAnswer(byte[] bytes) throws IOException {
        try (DataInputStream stream = opened(bytes)) {
            NumberReader in = new NumberReader(stream);
            Plan plan = readPlan(in);
            PlanValue bound = new PlanValue(in.number(), in.number());
            return new PieceAnswer(plan, bound, in.number() == 1, in.number() / 1000.0);
        }
    }

    private static void write(NumberWriter out, Problem problem) throws IOException {
        out.longs(problem.requestWeight());
        out.integers(problem.requestSlots());
        out.booleans(problem.requestHeavy());
        out.integers(problem.requestGroup());
        out.integers(problem.groupParent());
        out.integers(problem.groupLimit());
        out.integers(problem.volunteerNumberLimit());
        out.integers(problem.volunteerHeavyLimit());
        out.integers(problem.volunteerHoursLimit());
        out.integers(problem.pairStart());
        out.integers(problem.pairVolunteer());
        out.integers(problem.pairValue());
        out.integers(problem.pairHours());
        out.longs(problem.pairDayParts());
        out.shorts(problem.pairTag());
        out.number(problem.interactions().length);
        for (Interaction one : problem.interactions()) {
            out.numbers(one.first(), one.second(), one.penalty());
        }
        out.integers(problem.fixedPair());
        out.longs(problem.fixedDayParts());
    }

    private static Problem readProblem(NumberReader in) throws IOException {
        return new Problem(
                in.longs(),
                in.integers(),
                in.booleans(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.integers(),
                in.longs(),
                in.shorts(),
                readInteractions(in),
                in.integers(),
                in.longs());
    }

    private static Interaction[] readInteractions(NumberReader in) throws IOException {
        List<Interaction> interactions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            interactions.add(new Interaction(in.integer(), in.integer(), in.integer()));
        }
        return interactions.toArray(Interaction[]::new);
    }

    private static void write(NumberWriter out, Plan plan) throws IOException {
        out.integers(plan.pair());
        out.longs(plan.dayParts());
    }

    private static Plan readPlan(NumberReader in) throws IOException {
        return new Plan(in.integers(), in.longs());
    }

    /** Without rows for clashes, which prices of a piece do not have. */
    private static void write(NumberWriter out, Prices prices) throws IOException {
        out.numbers(prices.first(), prices.second());
        out.longs(prices.request());
        out.longs(prices.group());
        out.number(prices.tagRows().length);
        for (Prices.TagRow row : prices.tagRows()) {
            out.numbers(row.interaction(), row.price());
            out.shorts(row.tags());
        }
    }

    private static Prices readPrices(NumberReader in) throws IOException {
        long first = in.number();
        long second = in.number();
        long[] request = in.longs();
        long[] group = in.longs();
        List<Prices.TagRow> rows = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            int interaction = in.integer();
            long price = in.number();
            rows.add(new Prices.TagRow(interaction, in.shorts(), price));
        }
        return new Prices(first, second, request, group, rows.toArray(Prices.TagRow[]::new), new Prices.ClashRow[0]);
    }

    @FunctionalInterface
    private interface Writing {
        void to(NumberWriter out) throws IOException;
    }

    private static byte[] packed(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 13))) {
            writing.to(new NumberWriter(out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static DataInputStream opened(byte[] bytes) {
        return new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), 1 << 13));
    }
}
