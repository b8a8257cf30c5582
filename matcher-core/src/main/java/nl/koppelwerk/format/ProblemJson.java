package nl.koppelwerk.format;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.koppelwerk.problem.InvalidProblemException;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Problems and plans as JSON: the fields of {@link Problem} and {@link Plan} under their own names. */
public final class ProblemJson {
    /** Jackson has no exception of its own for a field that is not there, or null. */
    private static final Pattern WITHOUT = Pattern.compile("(?:Missing|Null value for) creator property '(\\w+)'");

    /** What only somebody who knows the reader of JSON would understand. */
    private static final String OF_THE_READER = "nl\\.koppelwerk\\.\\w+\\.| \\(token .*|: enable `.*";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private ProblemJson() {}

    /**
     * @throws MalformedFileException when it is no JSON, or not of a problem
     * @throws InvalidProblemException when the problem contradicts itself
     */
    public static Problem readProblem(InputStream json) {
        return read(json, Problem.class).validated();
    }

    /** @throws MalformedFileException when it is no JSON, or not of a plan */
    public static Plan readPlan(InputStream json) {
        return read(json, Plan.class);
    }

    public static void write(Problem problem, OutputStream json) {
        MAPPER.writeValue(json, problem);
    }

    public static void write(Plan plan, OutputStream json) {
        MAPPER.writeValue(json, plan);
    }

    private static <T> T read(InputStream json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException wrong) {
            // What is nested too deep or far too long has no place.
            String place = wrong.getLocation() == null
                    ? ""
                    : "line %d, column %d: "
                            .formatted(
                                    wrong.getLocation().getLineNr(),
                                    wrong.getLocation().getColumnNr());
            throw new MalformedFileException(place + said(wrong, type));
        }
    }

    private static String said(JacksonException wrong, Class<?> type) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return "no field is called '%s'; there are %s".formatted(unknown.getPropertyName(), fields(type));
        }
        Matcher without = WITHOUT.matcher(wrong.getOriginalMessage());
        return without.lookingAt()
                ? "field '%s' is missing of %s".formatted(without.group(1), fields(type))
                : wrong.getOriginalMessage().replaceAll(OF_THE_READER, "");
    }

    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.joining(", "));
    }
}
