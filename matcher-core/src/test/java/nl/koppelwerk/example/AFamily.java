package nl.koppelwerk.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.place.Postcode;

/** Builds a family; left alone it lives at 3021, speaks Dutch and has one child of 7 (in 2026). */
public final class AFamily {
    private final String reference;
    private int postcode = 3021;
    private Optional<String> street = Optional.empty();
    private Optional<String> school = Optional.empty();
    private List<Child> children = List.of(new Child(2019));
    private Languages languages = Languages.parse("nld:C2");
    private boolean pets;

    private AFamily(String reference) {
        this.reference = reference;
    }

    public static AFamily aFamily() {
        return aFamily("F-1");
    }

    public static AFamily aFamily(String reference) {
        return new AFamily(reference);
    }

    public AFamily livingAt(int digits) {
        postcode = digits;
        return this;
    }

    public AFamily inStreet(String name) {
        street = Optional.of(name);
        return this;
    }

    public AFamily atSchool(String name) {
        school = Optional.of(name);
        return this;
    }

    public AFamily withChildrenBornIn(Integer... years) {
        children = new ArrayList<>(Arrays.stream(years).map(Child::new).toList());
        return this;
    }

    /** A language at the level of a mother tongue, or {@code nld:B1 tur:C2}. */
    public AFamily speaking(String spoken) {
        languages = Languages.parse(spoken.contains(":") ? spoken : spoken + ":C2");
        return this;
    }

    public AFamily withPets() {
        pets = true;
        return this;
    }

    public Family build() {
        return new Family(
                new FamilyId(AProgramme.id("family " + reference)),
                AProgramme.ORGANISATION,
                reference,
                "Gezin " + reference,
                new Postcode(postcode),
                street,
                school,
                Household.SINGLE_PARENT,
                children,
                languages,
                pets,
                Optional.empty());
    }
}
