package vn.quyche.group.internal.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.compliance.spi.Evidence;
import vn.quyche.core.api.compliance.spi.EvidenceCount;
import vn.quyche.core.api.compliance.spi.EvidenceQuery;
import vn.quyche.core.api.compliance.spi.EvidenceSource;
import vn.quyche.group.api.PaperUse;
import vn.quyche.group.internal.store.JpaConsultationStore;
import vn.quyche.group.internal.store.JpaCustodyStore;
import vn.quyche.group.internal.store.JpaDocumentStore;

/**
 * What documents in place of paper, consultations and exports prove: that they went the way that the regulation sets. Titles,
 * questions and reasons are left out: who sees standing need not belong to the group.
 */
@Component
public final class DirectiveEvidence implements EvidenceSource {

    private final JpaDocumentStore documents;
    private final JpaConsultationStore consultations;
    private final JpaCustodyStore custody;

    @Activate
    public DirectiveEvidence(
            @Reference JpaDocumentStore documents,
            @Reference JpaConsultationStore consultations,
            @Reference JpaCustodyStore custody) {
        this.documents = documents;
        this.consultations = consultations;
        this.custody = custody;
    }

    @Override
    public String name() {
        return "group.directives";
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return Stream.of(documents.first(), consultations.first(), custody.firstExport())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .map(DirectiveEvidence::day);
    }

    @Override
    public List<EvidenceCount> counts(LocalDate from, LocalDate to, Instant now) {
        return all(VietnamTime.startOf(from), VietnamTime.endOf(to))
                .map(EvidenceCount::of)
                .toList();
    }

    @Override
    public List<Evidence> lines(EvidenceQuery query) {
        if (!query.wants(Evidence.Kind.KEPT)) {
            return List.of();
        }
        return query.select(all(query.from(), query.to()));
    }

    private Stream<Evidence> all(Instant from, Instant to) {
        return Stream.of(
                        documents.issued(from, to).stream().flatMap(DirectiveEvidence::document),
                        consultations.opened(from, to).stream()
                                .map(one -> line(
                                        one.id(),
                                        "MT.12.2",
                                        one.at(),
                                        "Trưởng nhóm lấy ý kiến trong nhóm",
                                        "/group/consultations/" + one.id())),
                        custody.exported(from, to).stream()
                                .map(one -> line(
                                        one.id(),
                                        "BC.4.6",
                                        one.at(),
                                        "Xuất hồ sơ chỉ đạo có ghi nhật ký",
                                        directive(one.directiveId()) + "/custody")))
                .flatMap(lines -> lines);
    }

    private static Stream<Evidence> document(JpaDocumentStore.Proof one) {
        String link = directive(one.directiveId());
        String with = " kèm chỉ đạo số " + one.number();
        Stream.Builder<Evidence> lines = Stream.builder();
        lines.add(line(one.directiveId(), "BC.5.4", one.at(), "Gửi tài liệu họp, học tập" + with, link));
        if (one.targeted()) {
            lines.add(line(one.directiveId(), "BC.5.5", one.at(), "Gửi tài liệu đến cá nhân" + with, link));
        }
        if (one.paper() == PaperUse.REPLACES) {
            lines.add(line(one.directiveId(), "BC.6.13", one.at(), "Giao tài liệu thay bản giấy" + with, link));
        }
        return lines.build();
    }

    private static Evidence line(String id, String clause, Instant at, String text, String link) {
        return new Evidence(id, clause, at, Evidence.Kind.KEPT, text, link, Optional.empty());
    }

    private static String directive(String id) {
        return "/group/directives/" + id;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, VietnamTime.ZONE);
    }
}
