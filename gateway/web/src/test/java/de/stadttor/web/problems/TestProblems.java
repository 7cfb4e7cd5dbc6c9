package de.stadttor.web.problems;

import de.stadttor.web.Texts;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The writer of problems, put together as in the program. */
public final class TestProblems {

    private TestProblems() {}

    public static ProblemWriter writer() {
        return new ProblemWriter(new Answers(List.of()), new Wording(new Texts()), new JsonMapper());
    }
}
