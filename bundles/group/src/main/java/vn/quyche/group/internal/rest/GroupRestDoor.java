package vn.quyche.group.internal.rest;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.Recognition;
import vn.quyche.group.api.Reminders;
import vn.quyche.group.api.conduct.Conduct;
import vn.quyche.group.api.consultation.Consultations;
import vn.quyche.group.api.custody.Custody;
import vn.quyche.group.api.district.DistrictNews;
import vn.quyche.group.api.inspection.Inspections;
import vn.quyche.group.api.schedule.ScheduledIssues;
import vn.quyche.group.internal.service.InspectedGroups;
import vn.quyche.group.internal.service.InspectionPapers;
import vn.quyche.group.internal.service.ReceiptSheets;

/** Opens the REST door of the domain. */
@Component
public final class GroupRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public GroupRestDoor(
            @Reference Groups groups,
            @Reference Recognition recognition,
            @Reference Directives directives,
            @Reference MeetingDocuments documents,
            @Reference Consultations consultations,
            @Reference ScheduledIssues scheduled,
            @Reference Reminders reminders,
            @Reference Custody custody,
            @Reference ReceiptSheets sheets,
            @Reference Conduct conduct,
            @Reference Inspections inspections,
            @Reference InspectionPapers papers,
            @Reference InspectedGroups inspected,
            @Reference MemberResources members,
            @Reference DistrictNews district,
            @Reference Printer printer,
            @Reference Clock clock) {
        resources = Stream.concat(
                        Stream.of(
                                new GroupResource(groups),
                                new RecognitionResource(recognition, clock),
                                new DirectiveResource(directives, reminders, sheets, printer),
                                new ConductResource(conduct),
                                new DocumentResource(documents),
                                new ConsultationResource(consultations),
                                new ScheduleResource(scheduled),
                                new CustodyResource(custody),
                                new InspectionResource(inspections, papers, printer),
                                new InspectedResource(inspected),
                                new DistrictResource(district)),
                        members.all().stream())
                .toList();
    }

    @Override
    public String domain() {
        return "group";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
