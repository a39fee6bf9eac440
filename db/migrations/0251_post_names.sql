-- Posts are called otherwise in the lists that offices keep: these names mean them too, each one post.
alter table post add column also_called text[] not null default '{}' check (not also_called @> array['']);
update post p set also_called = n.names from (values
  ('leader', array['Lãnh đạo phụ trách', 'Lãnh đạo giảm nghèo']),
  ('office_head', array['Trưởng Phòng Kinh tế', 'Phó Trưởng Phòng Kinh tế', 'Phó Phòng Kinh tế', 'Trưởng, phó Phòng Kinh tế']),
  ('specialist', array['Công chức giảm nghèo', 'Cán bộ giảm nghèo', 'Công chức làm công tác giảm nghèo', 'Cán bộ làm công tác giảm nghèo']),
  ('cell_secretary', array['Bí thư chi bộ thôn', 'Bí thư chi bộ bản', 'Bí thư chi bộ tổ dân phố']),
  ('village_head', array['Trưởng thôn', 'Trưởng bản', 'Trưởng thôn, bản', 'Tổ trưởng tổ dân phố', 'Tổ trưởng dân phố', 'Trưởng xóm', 'Trưởng ấp', 'Trưởng buôn', 'Trưởng làng', 'Trưởng khu dân cư']),
  ('front_head', array['Trưởng ban Mặt trận', 'Trưởng ban CTMT', 'Trưởng ban công tác Mặt trận thôn']),
  ('mass_organisation', array['Đoàn thể']),
  ('enumerator', array['Điều tra viên', 'Rà soát viên', 'Điều tra viên rà soát']),
  ('trainer', array['Giảng viên', 'Báo cáo viên'])) as n (post, names)
 where p.id = n.post;
