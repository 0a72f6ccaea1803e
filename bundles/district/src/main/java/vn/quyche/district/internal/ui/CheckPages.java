package vn.quyche.district.internal.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.PublishedLists;

/** The check that anyone may make. */
final class CheckPages {

    private static final int LONGEST = 200;

    private final PublishedLists lists;

    CheckPages(PublishedLists lists) {
        this.lists = lists;
    }

    View check(UiRequest request) {
        Map<String, Object> model = new HashMap<>();
        Optional<String> asked = request.query("q");
        model.put("asked", asked.orElse(""));
        model.put("tooLong", asked.filter(text -> text.length() > LONGEST).isPresent());
        asked.filter(text -> text.length() <= LONGEST)
                .ifPresent(text -> model.put("answer", lists.check(request.caller(), text)));
        return View.page("check", model);
    }
}
