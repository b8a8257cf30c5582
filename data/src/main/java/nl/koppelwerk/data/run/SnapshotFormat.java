package nl.koppelwerk.data.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A snapshot as compressed JSON. The same snapshot always gives the same bytes: sets and maps are written in order.
 * Ids, postcodes, hours (in quarters), day-parts (bits) and languages are written as one text each.
 */
public final class SnapshotFormat {
    /** Nights of before a list was kept. */
    private static final JsonSetter.Value EMPTY_WHERE_MISSING = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("sets").addSerializer(Set.class, new InOrder()))
            .addModule(ids())
            .addModule(values())
            .addMixIn(Family.class, WithoutAddress.class)
            .addMixIn(Volunteer.class, OfVolunteer.class)
            .withConfigOverride(List.class, lists -> lists.setNullHandling(EMPTY_WHERE_MISSING))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private SnapshotFormat() {}

    /** No rule reads where mail goes, so a night does not keep it. */
    @JsonIgnoreProperties("email")
    private interface WithoutAddress {}

    /** Nights from before programmes shared volunteers say nothing of it, and mean nobody. */
    @JsonIgnoreProperties("email")
    private interface OfVolunteer {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY)
        Set<ProgrammeId> lentTo();
    }

    public static byte[] pack(Snapshot snapshot) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed, 1 << 16)) {
            JSON.writeValue(zip, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }

    public static Snapshot unpack(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            return JSON.readValue(zip, Snapshot.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not a packed snapshot", e);
        }
    }

    /** The version of the rules of each programme, by its code. */
    static String rulesVersions(Snapshot snapshot) {
        Map<String, Integer> versions = new TreeMap<>();
        snapshot.programmes()
                .forEach(programme ->
                        versions.put(programme.code(), programme.rules().version()));
        return JSON.writeValueAsString(versions);
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule("ids");
        add(module, OrganisationId.class, id -> id.value().toString(), text -> new OrganisationId(uuid(text)));
        add(module, ProgrammeId.class, id -> id.value().toString(), text -> new ProgrammeId(uuid(text)));
        add(module, FamilyId.class, id -> id.value().toString(), text -> new FamilyId(uuid(text)));
        add(module, SupportRequestId.class, id -> id.value().toString(), text -> new SupportRequestId(uuid(text)));
        add(module, VolunteerId.class, id -> id.value().toString(), text -> new VolunteerId(uuid(text)));
        add(module, PairingId.class, id -> id.value().toString(), text -> new PairingId(uuid(text)));
        return module;
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule("values");
        add(module, Postcode.class, Postcode::toString, Postcode::parse);
        add(module, Languages.class, Languages::toString, Languages::parse);
        add(module, DayParts.class, parts -> Integer.toString(parts.bits()), text -> new DayParts(number(text)));
        add(module, Hours.class, hours -> Integer.toString(hours.quarters()), text -> new Hours(number(text)));
        return module;
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static <T> void add(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, text(type, write));
        module.addDeserializer(type, parsed(type, read));
    }

    private static <T> StdSerializer<T> text(Class<T> type, Function<T, String> write) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        };
    }

    private static <T> StdDeserializer<T> parsed(Class<T> type, Function<String, T> read) {
        return new StdDeserializer<>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        };
    }

    /** Sets have no order of their own; these are written by their text. */
    @SuppressWarnings("rawtypes")
    private static final class InOrder extends StdSerializer<Set> {
        InOrder() {
            super(Set.class);
        }

        @Override
        public void serialize(Set set, JsonGenerator json, SerializationContext context) {
            TreeMap<String, Object> ordered = new TreeMap<>();
            for (Object element : set) {
                ordered.put(element.toString(), element);
            }
            json.writeStartArray();
            ordered.values().forEach(element -> context.writeValue(json, element));
            json.writeEndArray();
        }
    }
}
