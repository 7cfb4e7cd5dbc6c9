package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.teams.Colleague;
import de.stadttor.teams.TeamAdministration;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/colleagues")
final class ColleaguesController {

    private static final String FILTER = "colleagues";
    private static final int LONGEST_SUBJECT = 200;

    private final TeamAdministration teams;
    private final Cursors cursors;

    ColleaguesController(TeamAdministration teams, Cursors cursors) {
        this.teams = teams;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<ColleagueView>> listColleagues(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                teams.colleagues(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                ColleagueView::of,
                last -> cursors.close(caseworker, FILTER, last.subject()));
    }

    @PutMapping("/{subject}")
    Mono<ColleagueView> registerColleague(
            @PathVariable String subject,
            @Contract("desk.yaml#ColleagueData") Received<ColleagueData> data,
            Caseworker caseworker) {
        if (subject.length() > LONGEST_SUBJECT) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "subject");
        }
        Colleague colleague = data.value().of(subject);
        return teams.register(caseworker, colleague).thenReturn(ColleagueView.of(colleague));
    }

    @DeleteMapping("/{subject}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeColleague(@PathVariable String subject, Caseworker caseworker) {
        return teams.remove(caseworker, subject);
    }

    record ColleagueData(String name, String address, List<String> queues) {

        Colleague of(String subject) {
            return new Colleague(subject, name.strip(), address, Set.copyOf(queues));
        }
    }

    record ColleagueView(String subject, String name, String address, List<String> queues) {

        static ColleagueView of(Colleague colleague) {
            return new ColleagueView(
                    colleague.subject(),
                    colleague.name(),
                    colleague.address(),
                    colleague.queues().stream().sorted().toList());
        }
    }
}
