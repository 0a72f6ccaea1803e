package vn.quyche.core.document.internal.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.quyche.core.api.document.Books.Direction;

/**
 * Makes a query of words: all of them must be there, without regard to diacritics. What stands side by side as it was asked
 * counts more, more yet in what was entered than in a file, and most with the same diacritics.
 */
final class WordQuery {

    private static final float SIDE_BY_SIDE_IN_HEAD = 8;
    private static final float SIDE_BY_SIDE_IN_TEXT = 3;
    private static final float SAME_DIACRITICS = 1.5f;

    private final Words words;

    WordQuery(Words words) {
        this.words = words;
    }

    /** The query; empty when no word is asked for. */
    Optional<Query> of(Wanted wanted) {
        List<List<String>> asked = Words.asked(wanted.query().words());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<String> run : asked) {
            all.add(anywhere(folded(run)), Occur.MUST);
        }
        List<String> row = asked.stream().flatMap(List::stream).toList();
        sideBySide(all, folded(row), 1);
        if (!folded(row).equals(row)) {
            sideBySide(all, row, SAME_DIACRITICS);
        }
        filter(all, wanted);
        return Optional.of(all.build());
    }

    private void sideBySide(BooleanQuery.Builder all, List<String> row, float more) {
        all.add(new BoostQuery(together(DocumentIndex.HEAD, row), SIDE_BY_SIDE_IN_HEAD * more), Occur.SHOULD);
        if (row.size() > 1) {
            all.add(new BoostQuery(together(DocumentIndex.TEXT, row), SIDE_BY_SIDE_IN_TEXT * more), Occur.SHOULD);
        }
    }

    private static void filter(BooleanQuery.Builder all, Wanted wanted) {
        wanted.query().direction().ifPresent(one -> all.add(term(DocumentIndex.DIRECTION, one.name()), Occur.FILTER));
        wanted.query().kind().ifPresent(one -> all.add(term(DocumentIndex.KIND, one.name()), Occur.FILTER));
        wanted.query().year().ifPresent(one -> all.add(term(DocumentIndex.YEAR, one.toString()), Occur.FILTER));
        if (wanted.all().size() == Direction.values().length) {
            return;
        }
        BooleanQuery.Builder seen = new BooleanQuery.Builder();
        wanted.all().forEach(one -> seen.add(term(DocumentIndex.DIRECTION, one.name()), Occur.SHOULD));
        wanted.readers().forEach(one -> seen.add(term(DocumentIndex.READER, one), Occur.SHOULD));
        all.add(seen.build(), Occur.FILTER);
    }

    private static Query anywhere(List<String> run) {
        return new BooleanQuery.Builder()
                .add(together(DocumentIndex.HEAD, run), Occur.SHOULD)
                .add(together(DocumentIndex.TEXT, run), Occur.SHOULD)
                .build();
    }

    private static Query together(String field, List<String> row) {
        return row.size() == 1 ? term(field, row.get(0)) : new PhraseQuery(field, row.toArray(String[]::new));
    }

    private static Query term(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private List<String> folded(List<String> row) {
        return row.stream().map(words::fold).toList();
    }
}
