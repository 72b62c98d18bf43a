select protect_table('recorded_drafts', 'exists (select from documents d where d.id = document_id)');
