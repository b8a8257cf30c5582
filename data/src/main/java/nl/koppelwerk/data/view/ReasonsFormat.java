package nl.koppelwerk.data.view;

import java.util.List;
import java.util.stream.StreamSupport;
import nl.koppelwerk.fit.rule.Finding;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.sentence.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** How the reasons for a proposal, and the causes of having none, are kept as JSON: written by a run, read by the pages. */
public final class ReasonsFormat {
    private static final JsonMapper JSON = new JsonMapper();

    private ReasonsFormat() {}

    /** {@code [{"rule":"near","forbids":false,"outcome":"YES","points":80,"weight":30,"sentence":"rule.near.yes|metres:900"}]}. */
    public static String write(List<Finding> findings) {
        ArrayNode items = JSON.createArrayNode();
        for (Finding finding : findings) {
            items.addObject()
                    .put("rule", finding.rule())
                    .put("forbids", finding.forbids())
                    .put("outcome", finding.outcome().name())
                    .put("points", finding.points())
                    .put("weight", finding.weight())
                    .put("sentence", finding.sentence().toString());
        }
        return items.toString();
    }

    public static List<Finding> read(String json) {
        return items(json).stream()
                .map(item -> new Finding(
                        item.required("rule").asString(),
                        item.required("forbids").asBoolean(),
                        Outcome.valueOf(item.required("outcome").asString()),
                        item.required("points").asInt(),
                        item.required("weight").asInt(),
                        Sentence.parse(item.required("sentence").asString())))
                .toList();
    }

    /** {@code ["matching.cause|count:3"]}. */
    public static String writeCauses(List<Sentence> causes) {
        ArrayNode items = JSON.createArrayNode();
        causes.forEach(cause -> items.add(cause.toString()));
        return items.toString();
    }

    public static List<Sentence> readCauses(String json) {
        return items(json).stream().map(item -> Sentence.parse(item.asString())).toList();
    }

    private static List<JsonNode> items(String json) {
        return StreamSupport.stream(JSON.readTree(json).spliterator(), false).toList();
    }
}
