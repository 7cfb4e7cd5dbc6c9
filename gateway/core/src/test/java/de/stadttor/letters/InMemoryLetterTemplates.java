package de.stadttor.letters;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.util.Comparator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryLetterTemplates implements LetterTemplates {

    private final Table<LetterTemplate.Key, LetterTemplate> templates;
    private final Table<Place, Picture> pictures;

    public InMemoryLetterTemplates(InMemoryDatabase database) {
        this.templates = new Table<>(database);
        this.pictures = new Table<>(database);
    }

    @Override
    public Mono<LetterTemplate> find(LetterTemplate.Key key) {
        return templates.ask(rows -> rows.get(key));
    }

    @Override
    public Mono<Boolean> put(LetterTemplate template) {
        return templates.writing(rows -> {
            LetterTemplate before = rows.get(template.key());
            boolean next = template.version() == (before == null ? 1 : before.version() + 1);
            if (next) {
                rows.put(template.key(), template);
            }
            return next;
        });
    }

    @Override
    public Flux<Picture> pictures(String queue) {
        return pictures.select(rows -> rows.values().stream()
                .filter(picture -> picture.queue().equals(queue))
                .sorted(Comparator.comparing(Picture::name)));
    }

    @Override
    public Mono<Void> putPicture(Picture picture) {
        return pictures.write(rows -> rows.put(new Place(picture.queue(), picture.name()), picture));
    }

    @Override
    public Mono<Void> removePicture(String queue, String name) {
        return pictures.write(rows -> rows.remove(new Place(queue, name)));
    }

    private record Place(String queue, String name) {}
}
