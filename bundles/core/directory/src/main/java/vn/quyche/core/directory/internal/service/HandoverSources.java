package vn.quyche.core.directory.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.quyche.core.api.directory.spi.JoiningSource;
import vn.quyche.core.api.directory.spi.LeavingSource;
import vn.quyche.core.directory.internal.model.Direction;

/** The bundles that add items to the checklists, as they come and go. */
@Component(service = HandoverSources.class)
public class HandoverSources {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    final List<LeavingSource> leaving = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    final List<JoiningSource> joining = new CopyOnWriteArrayList<>();

    /** None until DS adds them. */
    public HandoverSources() {}

    /** For tests. */
    public HandoverSources(List<LeavingSource> leaving, List<JoiningSource> joining) {
        this.leaving.addAll(leaving);
        this.joining.addAll(joining);
    }

    /** All that are there now. */
    List<HandoverSource> all(Direction direction) {
        return direction == Direction.LEAVING
                ? leaving.stream().<HandoverSource>map(OfLeaver::new).toList()
                : joining.stream().<HandoverSource>map(OfJoiner::new).toList();
    }

    /** The source of a domain; empty while its bundle is not there. */
    Optional<HandoverSource> of(Direction direction, String domain) {
        return all(direction).stream()
                .filter(source -> source.domain().equals(domain))
                .findFirst();
    }

    private record OfLeaver(LeavingSource source) implements HandoverSource {

        @Override
        public String domain() {
            return source.domain();
        }

        @Override
        public List<Asked> items(String personId) {
            return source.items(personId).stream()
                    .map(item ->
                            new Asked(item.key(), item.clause(), item.title(), item.link(), item.receiverId(), false))
                    .toList();
        }

        @Override
        public void settled(String personId, String itemKey) {
            source.settled(personId, itemKey);
        }
    }

    private record OfJoiner(JoiningSource source) implements HandoverSource {

        @Override
        public String domain() {
            return source.domain();
        }

        @Override
        public List<Asked> items(String personId) {
            return source.items(personId).stream()
                    .map(item -> new Asked(
                            item.key(), item.clause(), item.title(), item.link(), item.giverId(), item.byItself()))
                    .toList();
        }

        @Override
        public void settled(String personId, String itemKey) {
            source.settled(personId, itemKey);
        }
    }
}
