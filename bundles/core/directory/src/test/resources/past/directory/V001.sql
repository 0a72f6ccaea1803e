insert into q_directory.school (id, name, code, abbreviation, place, address, version) values ('school', 'Trường Tiểu học Hoa Sen', '79000101', 'THHS', 'Hoa Sen', 'Thôn Đông', 3);
insert into q_directory.person (id, family_name, middle_name, given_name, birth_date, gender, phone, email, staff_code, version)
    values ('01J70000000000000000000PE1', 'Lê', 'Văn', 'Bình', DATE('1985-03-04'), 'MALE', '0900000001', '', 'GV01', 2);
insert into q_directory.employment (id, person_id, valid_from, valid_to) values ('01J70000000000000000000EM1', '01J70000000000000000000PE1', DATE('2015-08-01'), null);
insert into q_directory.assignment (id, person_id, post, unit_id, campus_id, concurrent_post, decision_number, valid_from, valid_to)
    values ('01J70000000000000000000AS1', '01J70000000000000000000PE1', 'TEACHER', null, null, false, '1/QĐ', DATE('2015-08-01'), null);
insert into q_directory.leaving (id, person_id, reason, last_day, decision_number, receiver_id, state, employment_ended, left_told, opened_by, opened_at, closed_at, closing_reason)
    values ('01J70000000000000000000LE1', '01J70000000000000000000PE1', 'TRANSFER', DATE('2025-12-31'), '7/QĐ', '01J70000000000000000000PE9', 'OPEN', false, false, 'hanh', 1757030400000, null, '');
insert into q_directory.leaving_item (id, leaving_id, domain, item_key, clause, title, link, receiver_id, leaver_confirmed_at, receiver_confirmed_at, state)
    values ('01J70000000000000000000LI1', '01J70000000000000000000LE1', 'group', 'groups', 'BC.3.3', 'Rời các nhóm', '/group/groups', '01J70000000000000000000PE9', 1757030500000, null, 'OPEN');
insert into q_directory.campus (id, name, address, valid_from, valid_to, version) values ('01J70000000000000000000CA1', 'Cơ sở Một', 'Thôn Đông', DATE('2015-08-01'), null, 1);
insert into q_directory.authority (id, level_name, name, organ_id, valid_from, valid_to, version) values ('01J70000000000000000000AU1', 'DISTRICT_OFFICE', 'Phòng Giáo dục và Đào tạo', '', DATE('2015-08-01'), DATE('2025-06-30'), 2);
insert into q_directory.unit (id, type_name, name, parent_id, campus_id, school_year, grade, valid_from, valid_to, version) values ('01J70000000000000000000UN1', 'SUBJECT_GROUP', 'Tổ Toán', null, null, '', 0, DATE('2015-08-01'), null, 1);
insert into q_directory.membership (id, person_id, unit_id, valid_from, valid_to) values ('01J70000000000000000000ME1', '01J70000000000000000000PE1', '01J70000000000000000000UN1', DATE('2015-08-01'), null);
