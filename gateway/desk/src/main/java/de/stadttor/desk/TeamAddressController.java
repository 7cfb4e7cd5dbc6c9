package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.teams.TeamAdministration;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/queues/{key}/team-address")
final class TeamAddressController {

    private final TeamAdministration teams;

    TeamAddressController(TeamAdministration teams) {
        this.teams = teams;
    }

    @GetMapping
    Mono<TeamAddress> readTeamAddress(@PathVariable String key, Caseworker caseworker) {
        return teams.address(caseworker, key).map(TeamAddress::new);
    }

    @PutMapping
    Mono<TeamAddress> setTeamAddress(
            @PathVariable String key,
            @Contract("desk.yaml#TeamAddress") Received<TeamAddress> address,
            Caseworker caseworker) {
        return teams.move(caseworker, key, address.value().address()).thenReturn(address.value());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeTeamAddress(@PathVariable String key, Caseworker caseworker) {
        return teams.silence(caseworker, key);
    }

    record TeamAddress(String address) {}
}
