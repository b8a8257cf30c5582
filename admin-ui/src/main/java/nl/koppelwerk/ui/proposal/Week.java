package nl.koppelwerk.ui.proposal;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.PartOfDay;
import nl.koppelwerk.ui.shell.Words;

/** The week as a grid: when both can come, and what is proposed. */
record Week(List<Day> days, List<Row> rows) {
    private static final int ABBREVIATED = 2;

    /** A column. */
    record Day(String name, String abbreviation) {}

    /** A part of the day through the week; each cell is {@code promised}, {@code both}, or who of the two can come. */
    record Row(String name, List<String> cells) {}

    static Week of(ProposalView proposal, Words words) {
        List<Day> days = Stream.of(DayOfWeek.values())
                .map(day -> words.term(day.name()))
                .map(name -> new Day(name, name.substring(0, ABBREVIATED)))
                .toList();
        List<Row> rows = Arrays.stream(PartOfDay.values())
                .map(part -> new Row(words.term(part.name()), cells(proposal, part)))
                .toList();
        return new Week(days, rows);
    }

    private static List<String> cells(ProposalView proposal, PartOfDay part) {
        return Stream.of(DayOfWeek.values())
                .map(day -> cell(proposal, new DayPart(day, part)))
                .toList();
    }

    private static String cell(ProposalView proposal, DayPart dayPart) {
        if (proposal.dayParts().contains(dayPart)) {
            return "promised";
        }
        boolean family = proposal.request().dayParts().contains(dayPart);
        boolean volunteer = proposal.volunteer().availability().contains(dayPart);
        if (family && volunteer) {
            return "both";
        }
        return family ? "family" : volunteer ? "volunteer" : "nobody";
    }
}
