package nl.koppelwerk.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.koppelwerk.data.intake.Question;
import nl.koppelwerk.data.intake.Questions;
import nl.koppelwerk.domain.programme.Need;

/**
 * Questions and answers of an intake in words.
 *
 * @param language of the words of programmes: Dutch, or English where it says {@code en}
 */
public record IntakeWords(Words words, String language) {
    /** One answer as somebody reads it. */
    public record Line(String key, String question, String answer) {}

    /** Something that can be answered. */
    public record Answer(String value, String label) {}

    public String label(Question question) {
        return question.own()
                .map(own -> own.words().in(language))
                .orElseGet(() -> question.key().startsWith(Questions.NEED)
                        ? words.needs(Set.of(Need.valueOf(question.key().substring(Questions.NEED.length()))))
                        : words.say("intake.q." + question.key()));
    }

    /** Nothing where the answer is in own words. */
    public List<Answer> answers(Question question) {
        return switch (question.kind()) {
            case YES_NO ->
                List.of(new Answer(Question.YES, words.say("yes")), new Answer(Question.NO, words.say("no")));
            case CHOICE ->
                IntStream.range(0, question.choices().size())
                        .mapToObj(at -> new Answer(question.choices().get(at), choice(question, at)))
                        .toList();
            case NUMBER, LINE, TEXT -> List.of();
        };
    }

    private String choice(Question question, int at) {
        String value = question.choices().get(at);
        return question.own()
                .map(own -> own.answers().get(at).in(language))
                .orElseGet(() -> words.find("intake.a." + question.key() + "." + value, "intake.a." + value)
                        .orElse(value));
    }

    /** What was answered, in the order of the questions; answers to questions that are no longer asked are last. */
    public List<Line> said(List<Question> questions, Map<String, String> answers) {
        Map<String, String> left = new TreeMap<>(answers);
        List<Line> lines = new ArrayList<>();
        for (Question question : questions) {
            String answer = left.remove(question.key());
            if (answer != null) {
                lines.add(new Line(question.key(), label(question), shown(question, answer)));
            }
        }
        left.forEach((key, answer) -> lines.add(new Line(key, key, answer)));
        return lines;
    }

    private String shown(Question question, String answer) {
        return answers(question).stream()
                .filter(one -> one.value().equals(answer))
                .map(Answer::label)
                .findFirst()
                .orElse(answer);
    }
}
