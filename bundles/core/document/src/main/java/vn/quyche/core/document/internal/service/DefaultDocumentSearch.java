package vn.quyche.core.document.internal.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.document.DocumentSearch;
import vn.quyche.core.api.document.IncomingDocument;
import vn.quyche.core.api.document.IncomingDocuments;
import vn.quyche.core.api.document.OutgoingDocument;
import vn.quyche.core.api.document.OutgoingDocuments;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.document.internal.search.DocumentTexts;
import vn.quyche.core.document.internal.search.SearchIndex;
import vn.quyche.core.document.internal.search.Wanted;
import vn.quyche.core.document.internal.search.Words;

/**
 * Searches the index, and shows of what was found only what the services of the documents show now: the index may lag behind
 * who may see a document.
 */
@Component(service = DocumentSearch.class)
public final class DefaultDocumentSearch implements DocumentSearch {

    private final Acts acts;
    private final Access access;
    private final SearchIndex index;
    private final OutgoingDocuments outgoing;
    private final IncomingDocuments incoming;
    private final OutgoingNews news;
    private final Directory directory;

    @Activate
    public DefaultDocumentSearch(
            @Reference Acts acts,
            @Reference Access access,
            @Reference SearchIndex index,
            @Reference OutgoingDocuments outgoing,
            @Reference IncomingDocuments incoming,
            @Reference OutgoingNews news,
            @Reference Directory directory) {
        this.acts = acts;
        this.access = access;
        this.index = index;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.news = news;
        this.directory = directory;
    }

    @Override
    public Page<Hit> search(Caller caller, Query query, PageRequest page) {
        SearchIndex.check(page.after());
        Set<Direction> all = all(caller);
        Collection<String> readers = news.circles(caller);
        if (query.words().isBlank() || all.isEmpty() && readers.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        Wanted wanted = new Wanted(query, all, readers);
        List<Hit> shown = new ArrayList<>();
        Optional<String> after = page.after();
        while (true) {
            List<SearchIndex.Hit> found = index.search(wanted, after, page.size() + 1);
            Map<String, Hit> visible = visible(caller, query, found);
            for (int i = 0; i < found.size(); i++) {
                Hit hit = visible.get(found.get(i).id());
                if (hit != null) {
                    shown.add(hit);
                }
                after = Optional.of(found.get(i).cursor());
                if (shown.size() == page.size() && i + 1 < found.size()) {
                    return new Page<>(shown, after);
                }
            }
            if (found.size() <= page.size()) {
                return new Page<>(shown, Optional.empty());
            }
        }
    }

    @Override
    public boolean complete(Caller caller) {
        return index.complete();
    }

    @Override
    public void rebuild(Caller caller) {
        Act act = Act.create("document.search", "document.rebuild-search", DocumentPermissions.OPERATE, Scope.school());
        acts.perform(caller, act, log -> {
            index.rebuild();
            return null;
        });
    }

    private Set<Direction> all(Caller caller) {
        Set<Direction> all = EnumSet.noneOf(Direction.class);
        if (any(caller, DocumentPermissions.SEES_OUTGOING)) {
            all.add(Direction.OUTGOING);
        }
        if (any(caller, DocumentPermissions.SEES_INCOMING)) {
            all.add(Direction.INCOMING);
        }
        return all;
    }

    private boolean any(Caller caller, List<String> permissions) {
        return permissions.stream().anyMatch(permission -> access.allows(caller, permission, Scope.school()));
    }

    private Map<String, Hit> visible(Caller caller, Query query, List<SearchIndex.Hit> found) {
        List<String> ids = found.stream().map(SearchIndex.Hit::id).toList();
        List<OutgoingDocument> sent = outgoing.those(caller, ids);
        List<IncomingDocument> arrived = incoming.those(caller, ids);
        Map<String, String> names = names(sent, arrived);
        Map<String, Hit> visible = new HashMap<>();
        sent.forEach(one -> visible.put(one.id(), hit(one, names, query)));
        arrived.forEach(one -> visible.put(one.id(), hit(one, names, query)));
        return visible;
    }

    /** The names of those whom the index knows with the documents: by them a document is found, too. */
    private Map<String, String> names(List<OutgoingDocument> sent, List<IncomingDocument> arrived) {
        Set<String> people = sent.stream().map(OutgoingDocument::signerId).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        arrived.stream().flatMap(DefaultDocumentSearch::assignees).forEach(assignee -> {
            if (!assignee.unit()) {
                people.add(assignee.id());
            } else {
                names.computeIfAbsent(
                        assignee.id(), id -> directory.unit(id).map(Unit::name).orElse(""));
            }
        });
        names.putAll(directory.names(people));
        return names;
    }

    private static Stream<Assignee> assignees(IncomingDocument document) {
        return Stream.concat(document.lead().stream(), document.collaborators().stream());
    }

    private static Hit hit(OutgoingDocument document, Map<String, String> names, Query query) {
        List<String> people = List.of(names.getOrDefault(document.signerId(), ""));
        return new Hit(
                Direction.OUTGOING,
                document.id(),
                document.code(),
                document.kind(),
                document.subject(),
                document.authorName(),
                document.day(),
                document.state().name(),
                !Words.allIn(DocumentTexts.head(document, people), query.words()));
    }

    private static Hit hit(IncomingDocument document, Map<String, String> names, Query query) {
        List<String> people = assignees(document)
                .map(assignee -> names.getOrDefault(assignee.id(), ""))
                .toList();
        return new Hit(
                Direction.INCOMING,
                document.id(),
                document.code(),
                document.kind(),
                document.subject(),
                document.sender(),
                document.day(),
                document.state().name(),
                !Words.allIn(DocumentTexts.head(document, people), query.words()));
    }
}
