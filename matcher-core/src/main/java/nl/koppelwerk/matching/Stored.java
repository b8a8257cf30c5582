package nl.koppelwerk.matching;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reasons and causes as the JSON that is stored with a run: sentences as keys with figures, so that each reader has them in
 * their own language, also of a run of long ago.
 */
public final class Stored {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Stored() {}

    /** A list of {@code {"rule", "forbids", "outcome", "points", "weight", "sentence"}}. */
    public static String reasons(List<Finding> reasons) {
        ArrayNode list = JSON.createArrayNode();
        for (Finding finding : reasons) {
            ObjectNode one = list.addObject();
            one.put("rule", finding.rule());
            one.put("forbids", finding.forbids());
            one.put("outcome", finding.outcome().key());
            one.put("points", finding.points());
            one.put("weight", finding.weight());
            one.put("sentence", finding.sentence().toString());
        }
        return list.toString();
    }

    public static List<Finding> readReasons(String json) {
        List<Finding> reasons = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            reasons.add(new Finding(
                    one.path("rule").asString(),
                    one.path("forbids").asBoolean(),
                    Outcome.ofKey(one.path("outcome").asString()),
                    one.path("points").asInt(),
                    one.path("weight").asInt(),
                    Sentence.parse(one.path("sentence").asString())));
        }
        return reasons;
    }

    /** A list of sentences. */
    public static String causes(List<Sentence> causes) {
        ArrayNode list = JSON.createArrayNode();
        causes.forEach(cause -> list.add(cause.toString()));
        return list.toString();
    }

    public static List<Sentence> readCauses(String json) {
        List<Sentence> causes = new ArrayList<>();
        JSON.readTree(json).forEach(cause -> causes.add(Sentence.parse(cause.asString())));
        return causes;
    }
}
