package nl.koppelwerk.data.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;

/**
 * Families with one request, or two for a third of them, on the shares of the Rotterdam monitor: 69% single parents, a
 * third with little Dutch, 2.19 children and 4.74 needs a family.
 */
final class SampleFamilies {
    private static final Set<Need> FOR_SUPPORT_FAMILIES =
            EnumSet.of(Need.PARENTING, Need.DOMESTIC_RELATIONS, Need.SOCIAL_NETWORK, Need.DAYTIME_ACTIVITY_CHILD);
    private static final List<String> HOURS = List.of("2", "2,5", "3", "4", "5", "6", "6,5");
    private final CityMap map;
    private final LocalDate day;
    private final Dice dice;
    private final int[] households;
    private final int[] children;
    private final int[] requests;
    private final BitSet littleDutch;
    private final List<Set<Need>> needs;

    SampleFamilies(int number, long seed, LocalDate day, CityMap map) {
        this.map = map;
        this.day = day;
        this.dice = new Dice(seed, "families");
        this.households = Quota.values(number, new Dice(seed, "households"), 690, 270, 40);
        this.children = Quota.values(number, new Dice(seed, "children"), 0, 330, 340, 195, 95, 30, 10);
        this.requests = Quota.values(number, new Dice(seed, "requests"), 0, 660, 340);
        this.littleDutch = Quota.having(number, new Dice(seed, "little Dutch"), 333, new BitSet(), 1);
        this.needs = NeedShares.draw(number, seed, littleDutch);
    }

    /** Tells of every row, one a request. */
    void write(Consumer<Map<Column, String>> rows) {
        for (int family = 0; family < households.length; family++) {
            Map<Column, String> common = family(family);
            if (requests[family] < 2) {
                rows.accept(request(common, 1, singleKind(family), needs.get(family)));
            } else {
                two(family, common, rows);
            }
        }
    }

    private Map<Column, String> family(int number) {
        Map<Column, String> row = new HashMap<>();
        row.put(FamilyTable.REFERENCE, "G-%05d".formatted(number + 1));
        row.put(FamilyTable.NAME, SampleNames.family(dice));
        row.put(FamilyTable.POSTCODE, map.ofFamily(dice).toString());
        row.put(FamilyTable.STREET, dice.percent(60) ? SampleNames.street(dice) : "");
        row.put(FamilyTable.SCHOOL, dice.percent(60) ? SampleNames.school(dice) : "");
        row.put(FamilyTable.HOUSEHOLD, Words.HOUSEHOLD.write(Household.values()[households[number]]));
        row.put(FamilyTable.CHILDREN, birthYears(children[number]));
        row.put(
                FamilyTable.LANGUAGES,
                SampleLanguages.ofFamily(dice, littleDutch.get(number)).toString());
        row.put(FamilyTable.PETS, yesNo(dice.percent(22)));
        return row;
    }

    private String birthYears(int number) {
        int youngest = dice.below(13);
        return IntStream.range(0, number)
                .map(child -> day.getYear() - Math.min(17, child == 0 ? youngest : youngest + dice.below(8)))
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private SupportKind singleKind(int family) {
        boolean aboutChildren = needs.get(family).stream().anyMatch(FOR_SUPPORT_FAMILIES::contains);
        return aboutChildren && dice.percent(48) ? SupportKind.SUPPORT_FAMILY : SupportKind.BUDDY;
    }

    private void two(int family, Map<Column, String> common, Consumer<Map<Column, String>> rows) {
        List<Need> first = new ArrayList<>();
        List<Need> second = new ArrayList<>();
        needs.get(family).forEach(need -> (FOR_SUPPORT_FAMILIES.contains(need) ? second : first).add(need));
        boolean mixed = !first.isEmpty() && !second.isEmpty();
        SupportKind other = mixed && dice.percent(88) ? SupportKind.SUPPORT_FAMILY : SupportKind.BUDDY;
        if (first.isEmpty()) {
            first.add(second.getFirst());
        }
        if (second.isEmpty()) {
            second.add(first.getLast());
        }
        rows.accept(request(common, 1, SupportKind.BUDDY, first));
        rows.accept(request(common, 2, other, second));
    }

    private Map<Column, String> request(
            Map<Column, String> common, int number, SupportKind kind, Iterable<Need> wanted) {
        Map<Column, String> row = new HashMap<>(common);
        row.put(FamilyTable.REQUEST, common.get(FamilyTable.REFERENCE) + "-" + number);
        row.put(FamilyTable.PROGRAMME, kind == SupportKind.BUDDY ? SampleCity.BUDDIES : SampleCity.SUPPORT_FAMILIES);
        row.put(FamilyTable.KIND, Words.KIND.write(kind));
        row.put(FamilyTable.NEEDS, SampleCity.needs(wanted));
        int hours = dice.weighted(20, 20, 20, 18, 8, 6, 8);
        int perWeek = hours > 2 && dice.percent(45) ? 2 : 1;
        row.put(FamilyTable.HOURS, HOURS.get(hours));
        row.put(FamilyTable.DAY_PARTS_PER_WEEK, Integer.toString(perWeek));
        row.put(FamilyTable.DAY_PARTS, DayPartWords.write(SampleWeek.ofFamily(dice, perWeek + 2 + dice.below(6))));
        boolean heavy = dice.percent(12);
        row.put(FamilyTable.HEAVY, yesNo(heavy));
        row.put(FamilyTable.TRAINING, yesNo(dice.percent(heavy ? 55 : 5)));
        row.put(FamilyTable.URGENCY, Words.URGENCY.write(Urgency.values()[dice.weighted(70, 22, 8)]));
        row.put(
                FamilyTable.WAITING_SINCE,
                day.minusDays(3L + dice.below(60) + dice.below(120)).toString());
        wishes(row);
        return row;
    }

    private void wishes(Map<Column, String> row) {
        row.put(FamilyTable.WOMAN_ONLY, yesNo(dice.percent(12)));
        row.put(FamilyTable.PETS_UNWELCOME, yesNo(dice.percent(8)));
        row.put(FamilyTable.OTHER_STREET, yesNo(dice.percent(15)));
        row.put(FamilyTable.OTHER_SCHOOL, yesNo(dice.percent(10)));
        row.put(FamilyTable.DISTANCE, dice.percent(30) ? Integer.toString(3 + dice.below(6)) : "");
    }

    private static String yesNo(boolean yes) {
        return SampleCity.yesNo(yes);
    }
}
