package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;

/** One box for all documents: what is entered about them, and what is in their files. */
final class SearchPages {

    private static final int YEARS = 4;

    private final DocumentSearch search;
    private final Messages messages;
    private final Clock clock;

    SearchPages(DocumentSearch search, Messages messages, Clock clock) {
        this.search = search;
        this.messages = messages;
        this.clock = clock;
    }

    View search(UiRequest request) {
        String words = request.query("q").orElse("");
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put(
                "page",
                search.search(
                        request.caller(),
                        new DocumentSearch.Query(
                                words,
                                request.query("direction").flatMap(name -> Form.constant(Direction.class, name)),
                                request.query("kind").flatMap(name -> Form.constant(DocumentKind.class, name)),
                                request.query("year")
                                        .filter(year -> year.matches("[0-9]{4}"))
                                        .map(Integer::valueOf)),
                        request.pageRequest()));
        model.put("complete", search.complete(request.caller()));
        model.put(
                "directions",
                Form.filters(messages, request.caller().locale(), Direction.class, "document.direction.").stream()
                        // Internal documents are found among outgoing ones.
                        .filter(one -> !one.get("value").equals(Direction.INTERNAL.name()))
                        .toList());
        model.put("years", years(request));
        return View.page("search", model);
    }

    private List<Map<String, String>> years(UiRequest request) {
        int now = VietnamTime.today(clock).getYear();
        Stream<String> all = Stream.concat(
                Stream.of(""),
                Stream.iterate(now, year -> year - 1).limit(YEARS).map(String::valueOf));
        return all.map(year -> Map.of(
                        "value",
                        year,
                        "label",
                        year.isEmpty() ? messages.text(request.caller().locale(), "core.all") : year))
                .toList();
    }
}
