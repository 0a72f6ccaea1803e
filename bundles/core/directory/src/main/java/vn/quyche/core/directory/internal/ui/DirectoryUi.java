package vn.quyche.core.directory.internal.ui;

import static vn.quyche.core.directory.internal.service.DirectoryPermissions.EDIT;
import static vn.quyche.core.directory.internal.service.DirectoryPermissions.IMPORT;
import static vn.quyche.core.directory.internal.service.DirectoryPermissions.LEAVING;
import static vn.quyche.core.directory.internal.service.DirectoryPermissions.READ;
import static vn.quyche.core.directory.internal.service.DirectoryPermissions.READ_PERSONAL;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Joinings;
import vn.quyche.core.api.directory.Leavings;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.StaffImports;
import vn.quyche.core.api.directory.Structure;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.directory.internal.link.PrinterLink;

/** What the directory shows. */
@Component(service = UiModule.class)
public final class DirectoryUi implements UiModule {

    private final PeoplePages people;
    private final StructurePages structure;
    private final ImportPages imports;
    private final LeavingPages leavings;
    private final JoiningPages joinings;

    @Activate
    public DirectoryUi(
            @Reference People people,
            @Reference Structure structure,
            @Reference StaffImports imports,
            @Reference Leavings leavings,
            @Reference Joinings joinings,
            @Reference Access access,
            @Reference AuditTrail audit,
            @Reference Messages messages,
            @Reference Directory directory,
            @Reference PrinterLink printer,
            @Reference Clock clock) {
        this.people = new PeoplePages(people, structure, access, audit, messages, clock);
        this.structure = new StructurePages(structure, people, messages, clock);
        this.imports = new ImportPages(imports, messages);
        this.leavings = new LeavingPages(leavings, audit, messages, directory, printer, clock);
        this.joinings = new JoiningPages(joinings, audit, messages, clock);
    }

    @Override
    public String id() {
        return "directory";
    }

    @Override
    public List<NavEntry> nav() {
        NavEntry.Section school = NavEntry.Section.SCHOOL;
        return List.of(
                new NavEntry(school, 10, "/directory/people", "directory.nav.people", "person-lines-fill", READ),
                new NavEntry(school, 20, "/directory/units", "directory.nav.units", "diagram-3", READ),
                new NavEntry(school, 30, "/directory/school", "directory.nav.school", "building", READ),
                new NavEntry(school, 35, "/directory/joinings", "directory.nav.joinings", "box-arrow-right", ""),
                new NavEntry(school, 40, "/directory/leavings", "directory.nav.leavings", "box-arrow-right", ""),
                new NavEntry(
                        school, 50, "/directory/imports", "directory.nav.imports", "file-earmark-spreadsheet", IMPORT));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/directory/people", READ, people::list),
                UiPage.of("/directory/people.csv", READ_PERSONAL, people::export),
                UiPage.form("/directory/people/new", EDIT, people::createForm, people::create),
                UiPage.of("/directory/people/{id}", READ, people::detail),
                UiPage.form("/directory/people/{id}/edit", EDIT, people::editForm, people::edit),
                UiPage.form("/directory/people/{id}/rejoin", EDIT, people::rejoinForm, people::rejoin),
                UiPage.form("/directory/people/{id}/posts/new", EDIT, people::postForm, people::assign),
                UiPage.form(
                        "/directory/people/{id}/posts/{assignment}/end", EDIT, people::endPostForm, people::endPost),
                UiPage.form("/directory/people/{id}/memberships/new", EDIT, people::joinForm, people::join),
                UiPage.form(
                        "/directory/people/{id}/memberships/{membership}/end",
                        EDIT,
                        people::endMembershipForm,
                        people::endMembership),
                UiPage.of("/directory/units", READ, structure::units),
                UiPage.of("/directory/units.csv", READ, structure::exportUnits),
                UiPage.form("/directory/units/new", EDIT, structure::createUnitForm, structure::createUnit),
                UiPage.of("/directory/units/{id}", READ, structure::unit),
                UiPage.form("/directory/units/{id}/edit", EDIT, structure::editUnitForm, structure::editUnit),
                UiPage.form("/directory/units/{id}/close", EDIT, structure::closeUnitForm, structure::closeUnit),
                UiPage.of("/directory/school", READ, structure::school),
                UiPage.form("/directory/school/edit", EDIT, structure::editSchoolForm, structure::editSchool),
                UiPage.form("/directory/campuses/new", EDIT, structure::createCampusForm, structure::createCampus),
                UiPage.form("/directory/campuses/{id}/edit", EDIT, structure::editCampusForm, structure::editCampus),
                UiPage.form("/directory/campuses/{id}/close", EDIT, structure::closeCampusForm, structure::closeCampus),
                UiPage.form(
                        "/directory/authorities/new", EDIT, structure::createAuthorityForm, structure::createAuthority),
                UiPage.form(
                        "/directory/authorities/{id}/edit",
                        EDIT,
                        structure::editAuthorityForm,
                        structure::editAuthority),
                UiPage.form("/directory/imports", IMPORT, imports::list, imports::start),
                UiPage.of("/directory/imports.csv", IMPORT, imports::exportList),
                UiPage.of("/directory/imports/{id}", IMPORT, imports::detail),
                UiPage.of("/directory/imports/{id}/rows.csv", IMPORT, imports::export),
                UiPage.action("/directory/imports/{id}/apply", IMPORT, imports::detail, imports::apply),
                UiPage.action("/directory/imports/{id}/cancel", IMPORT, imports::detail, imports::cancel),
                UiPage.of("/directory/leavings", "", leavings::list),
                UiPage.of("/directory/leavings.csv", "", leavings::export),
                UiPage.form("/directory/leavings/new", LEAVING, leavings::openForm, leavings::open),
                UiPage.of("/directory/leavings/{id}", "", leavings::detail),
                UiPage.of("/directory/leavings/{id}/minutes.pdf", "", leavings::minutes),
                UiPage.action("/directory/leavings/{id}/items/{item}/confirm", "", leavings::detail, leavings::confirm),
                UiPage.form(
                        "/directory/leavings/{id}/items/{item}/receiver",
                        LEAVING,
                        leavings::receiverForm,
                        leavings::changeReceiver),
                UiPage.form("/directory/leavings/{id}/close", LEAVING, leavings::closeForm, leavings::close),
                UiPage.form("/directory/leavings/{id}/cancel", LEAVING, leavings::cancelForm, leavings::cancel),
                UiPage.of("/directory/joinings", "", joinings::list),
                UiPage.of("/directory/joinings.csv", "", joinings::export),
                UiPage.form("/directory/joinings/new", LEAVING, joinings::openForm, joinings::open),
                UiPage.of("/directory/joinings/{id}", "", joinings::detail),
                UiPage.action("/directory/joinings/{id}/items/{item}/confirm", "", joinings::detail, joinings::confirm),
                UiPage.form(
                        "/directory/joinings/{id}/items/{item}/giver",
                        LEAVING,
                        joinings::giverForm,
                        joinings::changeGiver),
                UiPage.form("/directory/joinings/{id}/close", LEAVING, joinings::closeForm, joinings::close),
                UiPage.form("/directory/joinings/{id}/cancel", LEAVING, joinings::cancelForm, joinings::cancel));
    }
}
