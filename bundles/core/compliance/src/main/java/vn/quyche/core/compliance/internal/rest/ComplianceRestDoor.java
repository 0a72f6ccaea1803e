package vn.quyche.core.compliance.internal.rest;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.ParameterValues;
import vn.quyche.core.api.document.Attachments;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.compliance.internal.service.Acknowledgements;
import vn.quyche.core.compliance.internal.service.AdoptedRegulations;
import vn.quyche.core.compliance.internal.service.EvidenceFiles;
import vn.quyche.core.compliance.internal.service.Feedbacks;
import vn.quyche.core.compliance.internal.service.RegulationReader;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.compliance.internal.service.TrainingPlans;
import vn.quyche.core.compliance.internal.service.TrainingRecords;
import vn.quyche.core.compliance.internal.service.Trainings;

/** Opens the REST door of regulations. */
@Component
public final class ComplianceRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public ComplianceRestDoor(
            @Reference RegulationReader reader,
            @Reference ParameterValues values,
            @Reference AdoptedRegulations adopted,
            @Reference Acknowledgements acknowledgements,
            @Reference Standings standings,
            @Reference EvidenceFiles files,
            @Reference Feedbacks feedbacks,
            @Reference Trainings trainings,
            @Reference TrainingPlans trainingPlans,
            @Reference TrainingRecords trainingRecords,
            @Reference Attachments attachments,
            @Reference Printer printer) {
        resources = List.of(
                new ClauseResource(reader),
                new ParameterResource(reader, values),
                new AdoptedResource(adopted),
                new EditionResource(adopted, acknowledgements, printer),
                new PackResource(adopted),
                new FeedbackResource(feedbacks),
                new TrainingResource(trainings, attachments, printer),
                new TrainingPlanResource(trainingPlans),
                new TrainingRecordResource(trainingRecords),
                new StandingResource(standings),
                new EvidenceFileResource(files, standings));
    }

    @Override
    public String domain() {
        return "compliance";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
