package vn.quyche.core.screening.internal.model;

import java.util.ArrayList;
import java.util.List;

/** Words that speak about the rule: không, cấm, quy định, quản lý … */
final class Talk {

    private static final int LONGEST_PHRASE = 4;

    private Talk() {}

    /** Where such words or phrases start. */
    static List<Integer> in(List<Word> words) {
        boolean marked = words.stream().anyMatch(Word::marked);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (startsAt(words, i, marked)) {
                found.add(i);
            }
        }
        return List.copyOf(found);
    }

    private static boolean startsAt(List<Word> words, int start, boolean marked) {
        StringBuilder form = new StringBuilder();
        StringBuilder bare = new StringBuilder();
        for (int i = start; i < words.size() && i < start + LONGEST_PHRASE; i++) {
            form.append(i > start ? " " : "").append(words.get(i).form());
            bare.append(i > start ? " " : "").append(words.get(i).bare());
            if (Vocabulary.TALK.holdsForm(form.toString())
                    || (!marked && Vocabulary.TALK_BARE.holdsBareForm(bare.toString()))) {
                return true;
            }
        }
        return false;
    }
}
