package nl.koppelwerk.ui.morning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.koppelwerk.data.view.CareLine;

/** What needs care today, by what is to be done; the most pressing first. */
record Care(int total, List<Group> groups) {
    private static final int FEW = 5;

    /**
     * Things of one kind.
     *
     * @param lines the first of them
     */
    record Group(CareLine.Kind kind, int total, List<CareLine> lines, List<CareLine> others) {}

    static Care of(List<CareLine> lines) {
        Map<CareLine.Kind, List<CareLine>> byKind = lines.stream()
                .collect(Collectors.groupingBy(
                        CareLine::kind, () -> new EnumMap<>(CareLine.Kind.class), Collectors.toList()));
        return new Care(
                lines.size(),
                byKind.entrySet().stream()
                        .map(kind -> group(kind.getKey(), kind.getValue()))
                        .toList());
    }

    private static Group group(CareLine.Kind kind, List<CareLine> lines) {
        int few = Math.min(FEW, lines.size());
        return new Group(kind, lines.size(), lines.subList(0, few), lines.subList(few, lines.size()));
    }
}
