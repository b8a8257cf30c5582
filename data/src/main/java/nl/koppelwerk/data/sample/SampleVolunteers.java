package nl.koppelwerk.data.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.data.imports.row.VolunteerTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.Gender;

/**
 * Volunteers, 115 for every 100 families. Some cannot be paired, for reasons that happen: a certificate that has run out,
 * availability that nobody knows or confirmed, a pause.
 */
final class SampleVolunteers {
    /** Chances in a hundred that a volunteer can work on a need: a buddy, a support family. */
    private static final Map<Need, int[]> SKILLS = skills();

    private static final List<String> HOURS = List.of("2,5", "3", "4", "5", "6", "8", "10");
    private final int number;
    private final LocalDate day;
    private final CityMap map;
    private final Dice dice;

    SampleVolunteers(int families, long seed, LocalDate day, CityMap map) {
        this(seed, (int) (((long) families * 115 + 50) / 100), day, map);
    }

    /** So many volunteers, whatever the number of families. */
    static SampleVolunteers exactly(int number, long seed, LocalDate day, CityMap map) {
        return new SampleVolunteers(seed, number, day, map);
    }

    private SampleVolunteers(long seed, int number, LocalDate day, CityMap map) {
        this.number = number;
        this.day = day;
        this.map = map;
        this.dice = new Dice(seed, "volunteers");
    }

    void write(Consumer<Map<Column, String>> rows) {
        for (int i = 0; i < number; i++) {
            rows.accept(volunteer(i, dice.percent(60) ? SupportKind.BUDDY : SupportKind.SUPPORT_FAMILY));
        }
    }

    private Map<Column, String> volunteer(int number, SupportKind kind) {
        boolean buddy = kind == SupportKind.BUDDY;
        Gender gender = Gender.values()[dice.weighted(68, 31, 1)];
        Map<Column, String> row = new HashMap<>();
        row.put(VolunteerTable.REFERENCE, "V-%05d".formatted(number + 1));
        row.put(VolunteerTable.NAME, name(buddy, gender));
        row.put(VolunteerTable.KIND, Words.KIND.write(kind));
        row.put(VolunteerTable.PROGRAMMES, buddy ? SampleCity.BUDDIES : SampleCity.SUPPORT_FAMILIES);
        row.put(VolunteerTable.POSTCODE, map.ofVolunteer(dice).toString());
        row.put(VolunteerTable.STREET, dice.percent(60) ? SampleNames.street(dice) : "");
        row.put(VolunteerTable.SCHOOL, dice.percent(30) ? SampleNames.school(dice) : "");
        row.put(VolunteerTable.GENDER, Words.GENDER.write(gender));
        row.put(VolunteerTable.LANGUAGES, SampleLanguages.ofVolunteer(dice).toString());
        row.put(VolunteerTable.SKILLS, SampleCity.needs(skillsOf(buddy)));
        row.put(VolunteerTable.HOURS, HOURS.get(dice.weighted(6, 10, 28, 12, 20, 16, 8)));
        row.put(VolunteerTable.FAMILIES, Integer.toString(1 + dice.weighted(58, 31, 11)));
        row.put(VolunteerTable.TRAVEL, Integer.toString(buddy ? 3 + dice.below(8) : 2 + dice.below(6)));
        availability(row, buddy);
        limits(row);
        trust(row);
        return row;
    }

    private String name(boolean buddy, Gender gender) {
        if (!buddy && dice.percent(70)) {
            return SampleNames.household(dice);
        }
        return gender == Gender.MAN ? SampleNames.man(dice) : SampleNames.woman(dice);
    }

    private Set<Need> skillsOf(boolean buddy) {
        Set<Need> skills = EnumSet.noneOf(Need.class);
        SKILLS.forEach((need, chances) -> {
            if (dice.percent(chances[buddy ? 0 : 1])) {
                skills.add(need);
            }
        });
        return skills;
    }

    private void availability(Map<Column, String> row, boolean buddy) {
        int dayParts = 3 + dice.below(6);
        String known = DayPartWords.write(
                buddy ? SampleWeek.ofBuddy(dice, dayParts) : SampleWeek.ofSupportFamily(dice, dayParts));
        boolean unknown = dice.percent(5);
        boolean longAgo = dice.percent(4);
        int daysAgo = longAgo ? 200 + dice.below(200) : dice.below(120);
        row.put(VolunteerTable.AVAILABILITY, unknown ? "" : known);
        row.put(VolunteerTable.CONFIRMED, unknown ? "" : day.minusDays(daysAgo).toString());
    }

    private void limits(Map<Column, String> row) {
        row.put(VolunteerTable.AGE_MIN, dice.one(List.of("0", "0", "0", "0", "0", "2", "4")));
        row.put(VolunteerTable.AGE_MAX, dice.one(List.of("18", "18", "18", "18", "18", "16", "12")));
        row.put(VolunteerTable.CHILDREN, dice.one(List.of("2", "3", "4", "4", "5", "6", "6")));
        row.put(VolunteerTable.HEAVY_CASES, SampleCity.yesNo(dice.percent(60)));
        row.put(VolunteerTable.PETS_UNWELCOME, SampleCity.yesNo(dice.percent(6)));
        Need unwanted =
                dice.one(List.of(Need.HEALTH, Need.DOMESTIC_RELATIONS, Need.HOUSING, Need.FINANCE, Need.HEALTH));
        row.put(VolunteerTable.NOT_THESE, dice.percent(12) ? SampleCity.needs(Set.of(unwanted)) : "");
        row.put(VolunteerTable.PETS, SampleCity.yesNo(dice.percent(25)));
    }

    private void trust(Map<Column, String> row) {
        int certificate = dice.weighted(91, 6, 3);
        LocalDate valid = day.minusDays(dice.below(3 * 365 - 90));
        LocalDate expired = day.minusDays(3L * 365 + 2 + dice.below(300));
        row.put(VolunteerTable.SCREENED, certificate == 2 ? "" : (certificate == 0 ? valid : expired).toString());
        row.put(VolunteerTable.TRAINED, SampleCity.yesNo(dice.percent(50)));
        row.put(VolunteerTable.EXPERIENCE, Integer.toString(dice.below(4) * dice.below(4)));
        row.put(VolunteerTable.ACTIVE, SampleCity.yesNo(!dice.percent(4)));
    }

    private static Map<Need, int[]> skills() {
        Map<Need, int[]> skills = new EnumMap<>(Need.class);
        skills.put(Need.FINANCE, new int[] {78, 34});
        skills.put(Need.HOUSING, new int[] {46, 25});
        skills.put(Need.HEALTH, new int[] {44, 42});
        skills.put(Need.DOMESTIC_RELATIONS, new int[] {34, 58});
        skills.put(Need.PARENTING, new int[] {52, 95});
        skills.put(Need.SOCIAL_NETWORK, new int[] {66, 82});
        skills.put(Need.DAILY_LIVING, new int[] {56, 46});
        skills.put(Need.DUTCH_LANGUAGE, new int[] {62, 35});
        skills.put(Need.WORK, new int[] {46, 22});
        skills.put(Need.EDUCATION, new int[] {44, 30});
        skills.put(Need.DAYTIME_ACTIVITY_CHILD, new int[] {36, 92});
        skills.put(Need.DAYTIME_ACTIVITY_PARENT, new int[] {58, 42});
        skills.put(Need.OTHER_NEED, new int[] {18, 9});
        return skills;
    }
}
